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
slowed=$pod/$(printf 'd%.0s' $(seq 64))
huge=$pod/$(printf 'e%.0s' $(seq 64))

echo '+hugetlb' >/sys/fs/cgroup/cgroup.subtree_control
echo 4 >/proc/sys/vm/nr_hugepages
mkdir -p "$pod"
for group in kubepods kubepods/burstable "${pod#/sys/fs/cgroup/}"; do
  echo '+cpu +memory +pids +io +hugetlb' >"/sys/fs/cgroup/$group/cgroup.subtree_control"
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

mkdir "$busy" "$hungry" "$slowed" "$huge"
echo 2097152 >"$huge/hugetlb.2MB.max"
echo 8388608 >"$slowed/memory.high"
echo '20000 100000' >"$busy/cpu.max"
echo 16777216 >"$hungry/memory.max"
sh -c 'echo $$ >"$1/cgroup.procs"; while :; do :; done' sh "$busy" &
sh -c 'echo $$ >"$1/cgroup.procs"; exec sleep 1000' sh "$hungry" &
sh -c 'echo $$ >"$1/cgroup.procs"; exec sleep 1000' sh "$slowed" &
until_says '^plimsoll_container_info\{.*cccccc'
until_says '^plimsoll_container_info\{.*dddddd'
page before.prom /metrics/cadvisor
page before-own.prom /metrics

# A child is killed; the container's first process lives on.
sh -c 'echo $$ >"$1/cgroup.procs"; exec tail /dev/zero' sh "$hungry" || true
until_says '^plimsoll_pod_oom_kills_total\{.*\} 1'
# A process holds more than memory.high, where there is no swap: it is made to wait.
sh -c 'echo $$ >"$1/cgroup.procs"; head -c 12582912 /dev/zero | tail -c 10485760 >/dev/null' sh "$slowed" || true
# Two huge pages, of which the container may have one: the second ends the process.
sh -c 'echo $$ >"$1/cgroup.procs"; exec python3 -c "
import mmap, time
pages = mmap.mmap(-1, 1 << 22, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)
pages[0] = 1
time.sleep(3)
pages[1 << 21] = 1"' sh "$huge" || true
until_says '^plimsoll_container_memory_events_total\{.*dddddd.*event="high".*\} [1-9]'
until_says '^plimsoll_container_hugetlb_limit_hits_total\{.*eeeeee.*\} [1-9]'
sleep 20
page after.prom /metrics/cadvisor
page after-own.prom /metrics
