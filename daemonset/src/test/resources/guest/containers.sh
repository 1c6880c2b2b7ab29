# Runs in a virtual machine with cgroup v2: makes a pod with two containers by hand, lets one use up its
# CPU quota and the other its memory, and writes what the agent says of them to /mnt/out.
#
#   containers.sh JAVA CLASSPATH
set -eu
java=$1
classes=$2
pod=/sys/fs/cgroup/kubepods/burstable/pod11111111-2222-4333-8444-555555555555
busy=$pod/$(printf 'b%.0s' $(seq 64))
hungry=$pod/$(printf 'c%.0s' $(seq 64))

mkdir -p "$pod"
for group in kubepods kubepods/burstable "${pod#/sys/fs/cgroup/}"; do
  echo '+cpu +memory +pids +io' >"/sys/fs/cgroup/$group/cgroup.subtree_control"
done

"$java" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -cp "$classes" \
  dev.plimsoll.agent.Main run --web.listen-address=127.0.0.1:9753 >/mnt/out/agent.log 2>&1 &

# page NAME PATH: what the agent serves there
page() { /bin/busybox wget -q -O "/mnt/out/$1" "http://127.0.0.1:9753$2"; }
# until PATTERN: waits until a line of /metrics matches
until_says() {
  for _ in $(seq 120); do
    page now.prom /metrics 2>/dev/null && grep -Eq "$1" /mnt/out/now.prom && return
    sleep 1
  done
  echo "the agent never said $1" >&2
  exit 1
}
until_says '^plimsoll_node_load1 '

mkdir "$busy" "$hungry"
echo '20000 100000' >"$busy/cpu.max"
echo 16777216 >"$hungry/memory.max"
sh -c 'echo $$ >"$1/cgroup.procs"; while :; do :; done' sh "$busy" &
sh -c 'echo $$ >"$1/cgroup.procs"; exec sleep 1000' sh "$hungry" &
until_says '^plimsoll_container_info\{.*cccccc'
page before.prom /metrics/cadvisor
page before-own.prom /metrics

# A child is killed; the container's first process lives on.
sh -c 'echo $$ >"$1/cgroup.procs"; exec tail /dev/zero' sh "$hungry" || true
until_says '^plimsoll_pod_oom_kills_total\{.*\} 1'
sleep 20
page after.prom /metrics/cadvisor
page after-own.prom /metrics
