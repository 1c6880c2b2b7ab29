package dev.plimsoll.agent.pod.source;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Asked when a trusted certificate does not have the name in the address: a kubelet's has often
/// only the node's name or only its address. One for each connection.
final class OtherNames implements HostnameVerifier {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private final List<String> names;
  private boolean hasRefused;

  /// @param names whose certificate will do as well
  OtherNames(List<String> names) {
    this.names = names;
  }

  /// Whether the server had none of the names.
  boolean hasRefused() {
    return hasRefused;
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    boolean isOne = isOne(session);
    hasRefused |= !isOne;
    return isOne;
  }

  private boolean isOne(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate first && has(first);
    } catch (SSLPeerUnverifiedException | CertificateParsingException _) {
      return false;
    }
  }

  private boolean has(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives == null) return false;
    for (List<?> alternative : alternatives) {
      boolean isName =
          alternative.getFirst().equals(DNS_NAME) || alternative.getFirst().equals(IP_ADDRESS);
      if (isName && alternative.get(1) instanceof String name && isOneOf(name)) return true;
    }
    return false;
  }

  private boolean isOneOf(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
