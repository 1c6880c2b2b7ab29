# syntax=docker/dockerfile:1
#
# docker build -t plimsoll:0.1.0 .
#
# Three stages: build with Maven; link a Java runtime of only what is used; an image of that and of the C library alone,
# without a shell. The JDK's image must offer the target's platform (amd64, arm64).

ARG JDK_IMAGE=eclipse-temurin:25-jdk-noble

FROM ${JDK_IMAGE} AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl maven && rm -rf /var/lib/apt/lists/*
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
# OSHI's calls of other systems stay behind: here is Linux.
RUN cp -R /source/agent/target/lib lib && rm -f lib/oshi-core-*.jar lib/jna-platform-*.jar && cp /source/agent/target/plimsoll-agent-*.jar plimsoll.jar
# JNA's library unpacked here, so that the running container writes nowhere.
RUN case "${TARGETARCH:-$(dpkg --print-architecture)}" in amd64) native=linux-x86-64 ;; arm64) native=linux-aarch64 ;; esac && \
    jar xf lib/jna-jpms-*.jar "com/sun/jna/$native" && mv "com/sun/jna/$native" native && rm -r com
# The runtime, with the archive of the JDK's own classes that fits the flags below and not the others. Its modules are
# what jdeps finds (a test compares), without java.desktop: JNA and JLine live without windows.
RUN jlink --output runtime --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
      --add-modules java.base,java.logging,java.management,java.net.http,jdk.httpserver,jdk.unsupported && \
    runtime/bin/java -Xshare:dump -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
# The archive of our own classes, made by a run that is scraped once; one that does not answer within a minute fails.
RUN runtime/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:-UsePerfData \
      -Djna.boot.library.path=/opt/plimsoll/native -Djna.nounpack=true \
      -XX:ArchiveClassesAtExit=/opt/plimsoll/plimsoll.jsa -jar /opt/plimsoll/plimsoll.jar run >/dev/null & \
    curl -sf --compressed --retry 60 --retry-delay 1 --retry-max-time 60 --retry-all-errors -o /dev/null \
      http://127.0.0.1:9753/metrics && kill $! && wait $! && test -s plimsoll.jsa
# The C library's parts that the runtime and JNA load, and nothing else of a system.
RUN mkdir /image && cp -R --parents /opt/plimsoll /image && \
    find runtime native -name '*.so' -o -name java | xargs ldd 2>/dev/null | \
      awk '$3 ~ /^\/(usr\/)?lib/ {print $3} $1 ~ /^\/(usr\/)?lib/ {print $1}' | sort -u | xargs cp -L --parents -t /image

FROM scratch
LABEL org.opencontainers.image.title="Plimsoll" \
      org.opencontainers.image.description="Says how loaded a Kubernetes node and each of its pods are, and why." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=link /image /
USER 65534:65534
EXPOSE 9753
STOPSIGNAL SIGTERM
# The flags are explained in README, "JVM flags".
ENTRYPOINT ["/opt/plimsoll/runtime/bin/java", \
    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-XX:-UsePerfData", \
    "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:TrimNativeHeapInterval=30000", \
    "-XX:AsyncDeflationInterval=5000", "-XX:ServiceThreadCleanupInterval=10000", \
    "-Xms16m", "-Xmx48m", "-Xmn8m", "-XX:SurvivorRatio=3", "-Xss512k", "-XX:+ExitOnOutOfMemoryError", "-XX:CompileThresholdScaling=0.2", \
    "-XX:SharedArchiveFile=/opt/plimsoll/plimsoll.jsa", "-Xlog:disable", \
    "-Djna.boot.library.path=/opt/plimsoll/native", "-Djna.nounpack=true", \
    "-jar", "/opt/plimsoll/plimsoll.jar"]
CMD ["run"]
