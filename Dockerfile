# syntax=docker/dockerfile:1
#
# docker build -t plimsoll:0.1.0 .                                        for the platform of the machine
# docker buildx build --platform linux/amd64,linux/arm64 -t plimsoll:0.1.0 .   for both
#
# Three stages: build with Maven; link a Java runtime of only what is used, with a launcher of the name plimsoll; an image of
# that and of the C library alone, without a shell.

ARG BUILD_IMAGE=maven:3-eclipse-temurin-25-noble

FROM ${BUILD_IMAGE} AS build
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
WORKDIR /link
# OSHI's calls of other systems stay behind: here is Linux.
RUN mkdir jars && cp -R /source/agent/target/lib jars/lib && rm -f jars/lib/oshi-core-*.jar jars/lib/jna-platform-*.jar && \
    cp /source/agent/target/plimsoll-agent-*.jar jars/plimsoll.jar
# The runtime, with the archive of the JDK's own classes that fits the flags below and not the others. Its modules are
# what jdeps finds (a test compares), without java.desktop: JNA and JLine live without windows.
RUN jlink --output runtime --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
      --add-modules java.base,java.logging,java.management,java.net.http,jdk.httpserver,jdk.unsupported && \
    runtime/bin/java -Xshare:dump -XX:+UseSerialGC -XX:+UseCompactObjectHeaders && \
    rm -r runtime/bin
# The program /opt/plimsoll/bin/plimsoll: no shell is needed to start it. The flags are explained in README, "JVM flags".
RUN jpackage --type app-image --name plimsoll --dest /opt --input jars --main-jar plimsoll.jar --runtime-image runtime \
      --java-options "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:-UsePerfData" \
      --java-options "-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:TrimNativeHeapInterval=30000" \
      --java-options "-XX:AsyncDeflationInterval=5000 -XX:ServiceThreadCleanupInterval=10000" \
      --java-options "-Xms16m -Xmx64m -Xmn8m -XX:SurvivorRatio=3 -Xss512k -XX:+ExitOnOutOfMemoryError -Xlog:disable" \
      --java-options "-XX:CompileThresholdScaling=0.2" \
      --java-options "-Djna.boot.library.path=/opt/plimsoll/lib/native -Djna.nounpack=true" && \
    rm /opt/plimsoll/lib/plimsoll.png
# JNA's library unpacked here, so that the running container writes nowhere.
RUN case "${TARGETARCH:-$(uname -m)}" in amd64|x86_64) native=linux-x86-64 ;; arm64|aarch64) native=linux-aarch64 ;; esac && \
    jar xf jars/lib/jna-jpms-*.jar "com/sun/jna/$native" && mv "com/sun/jna/$native" /opt/plimsoll/lib/native
# The archive of our own classes, made by a run that is scraped once; one that does not answer within a minute fails.
# Later the program uses it; one that does not fit would be left unused without a word.
RUN archive=/opt/plimsoll/lib/plimsoll.jsa && \
    { JAVA_TOOL_OPTIONS=-XX:ArchiveClassesAtExit=$archive /opt/plimsoll/bin/plimsoll run >/dev/null 2>&1 & } && \
    curl -sf --compressed --retry 60 --retry-delay 1 --retry-max-time 60 --retry-all-errors -o /dev/null \
      http://127.0.0.1:9753/metrics && sleep 1 && kill $! && wait $! && test -s $archive && \
    echo "java-options=-XX:SharedArchiveFile=$archive" >>/opt/plimsoll/lib/app/plimsoll.cfg
# The C library's parts that the runtime and JNA load, and nothing else of a system. Archives know the jars by their time.
RUN mkdir -p /image/opt && cp -a /opt/plimsoll /image/opt && \
    find /opt/plimsoll -name '*.so' -o -path '*/bin/plimsoll' | xargs ldd 2>/dev/null | \
      awk '$3 ~ /^\/(usr\/)?lib/ {print $3} $1 ~ /^\/(usr\/)?lib/ {print $1}' | sort -u | xargs cp -L --parents -t /image

FROM scratch
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Plimsoll" \
      org.opencontainers.image.description="Says how loaded a Kubernetes node and each of its pods are, and why." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=link /image /
ENV PATH=/opt/plimsoll/bin LANG=C.UTF-8
USER 65534:65534
EXPOSE 9753
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/plimsoll/bin/plimsoll"]
CMD ["run"]
