package dev.plimsoll.agent.nodeexporter;

/// Makes a word of the kernel part of a metric's name.
final class DerivedName {
  private DerivedName() {}

  /// `Active(anon)` becomes `Active_anon`; what no name may hold becomes `_`.
  static String of(String word) {
    StringBuilder name = new StringBuilder(word.length());
    for (int index = 0; index < word.length(); index++) {
      char letter = word.charAt(index);
      boolean fits = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
      if (fits) name.append(letter);
      else if (letter != ')') name.append('_');
    }
    return name.toString();
  }
}
