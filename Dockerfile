# syntax=docker/dockerfile:1
#
# docker build -t plimsoll:0.1.0 .
#
# Three stages: build with Maven; link a Java runtime of only what is used; the final image, which has no shell and no
# package manager. The base images must offer the target's platform (amd64, arm64).

ARG JDK_IMAGE=eclipse-temurin:25-jdk-noble
ARG BASE_IMAGE=gcr.io/distroless/base-debian12:latest

FROM ${JDK_IMAGE} AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY collectors collectors
COPY agent agent
COPY dashboards/pom.xml dashboards/
COPY daemonset/pom.xml daemonset/
RUN mvn -B -q -ntp -pl agent -am package -Dquick -Dmaven.test.skip=true

FROM build AS link
ARG TARGETARCH
WORKDIR /opt/plimsoll
RUN cp -R /source/agent/target/lib lib && cp /source/agent/target/plimsoll-agent-*.jar plimsoll.jar
# JNA's library unpacked here, so that the running container writes nowhere.
RUN case "${TARGETARCH:-$(dpkg --print-architecture)}" in amd64) native=linux-x86-64 ;; arm64) native=linux-aarch64 ;; esac && \
    jar xf lib/jna-jpms-*.jar com/sun/jna/$native && mv com/sun/jna/$native native && rm -r com
RUN jlink --output runtime --strip-debug --no-header-files --no-man-pages --compress=zip-6 --generate-cds-archive \
    --add-modules "$(jdeps --ignore-missing-deps --multi-release 25 --print-module-deps --class-path 'lib/*' plimsoll.jar),jdk.crypto.ec"
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:-UsePerfData -Xmx64m -Xmn8m -Xss512k"
RUN runtime/bin/java -XX:ArchiveClassesAtExit=plimsoll.jsa -Djna.boot.library.path=/opt/plimsoll/native -jar plimsoll.jar ps >/dev/null

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="Plimsoll" \
      org.opencontainers.image.description="Says how loaded a Kubernetes node and each of its pods are, and why." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=link /opt/plimsoll /opt/plimsoll
USER 65534:65534
EXPOSE 9753
STOPSIGNAL SIGTERM
# The flags are explained in README, "JVM flags".
ENTRYPOINT ["/opt/plimsoll/runtime/bin/java", \
    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-XX:-UsePerfData", \
    "-Xmx64m", "-Xmn8m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:SharedArchiveFile=/opt/plimsoll/plimsoll.jsa", "-Xlog:disable", \
    "-Djna.boot.library.path=/opt/plimsoll/native", \
    "-jar", "/opt/plimsoll/plimsoll.jar"]
CMD ["run"]
