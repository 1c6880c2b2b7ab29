package dev.plimsoll.agent.access;

import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/// Whether clients must show a certificate, `client_auth_type`, under the names that Go's
/// `crypto/tls` has for it.
enum ClientCertificates {
  NONE("NoClientCert", Demand.NO, false),
  REQUESTED("RequestClientCert", Demand.WANTED, false),
  ANY("RequireAnyClientCert", Demand.NEEDED, false),
  VERIFIED_IF_GIVEN("VerifyClientCertIfGiven", Demand.WANTED, true),
  VERIFIED("RequireAndVerifyClientCert", Demand.NEEDED, true);

  private enum Demand {
    NO,
    WANTED,
    NEEDED
  }

  private final String name;
  private final Demand demand;
  private final boolean verified;

  ClientCertificates(String name, Demand demand, boolean verified) {
    this.name = name;
    this.demand = demand;
    this.verified = verified;
  }

  static Optional<ClientCertificates> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst();
  }

  /// Whether a certificate that is shown must be vouched for by `client_ca_file`.
  boolean isVerified() {
    return verified;
  }

  /// Whether clients are asked at all.
  boolean isAsked() {
    return demand != Demand.NO;
  }

  void apply(SSLParameters parameters) {
    switch (demand) {
      case NO -> parameters.setNeedClientAuth(false);
      case WANTED -> parameters.setWantClientAuth(true);
      case NEEDED -> parameters.setNeedClientAuth(true);
    }
  }
}
