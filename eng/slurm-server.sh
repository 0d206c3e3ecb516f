#!/usr/bin/env bash
# A Slurm of one node for the tests: Debian's slurmctld, slurmd and munged on this machine, with keys, ports and state of their own in FOLDER.
# usage: eng/slurm-server.sh install          Debian's packages, where this is root (or sudo asks for no password)
#        eng/slurm-server.sh start FOLDER [PID]   prints the path of the configuration: export SLURM_CONF=…; needs root, as slurmd does;
#                                             stops by itself when the process PID has ended
#        eng/slurm-server.sh stop FOLDER      ends its jobs and daemons
# The node claims 8 processors, 8 GiB and 2 GPUs: nothing is confined, as there may be no control groups.
set -euo pipefail

programs="munged slurmctld slurmd sbatch squeue scontrol scancel sinfo"

has_all() {
  local program
  for program in $programs; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || return 1
  done
}

install() {
  if has_all; then
    echo "Slurm is there: $(sbatch --version)"
    return
  fi
  command -v apt-get >/dev/null || { echo "no apt-get; the tests need: $programs" >&2; exit 1; }
  local sudo=()
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || { echo "not root: sudo apt-get install -y slurm-wlm munge" >&2; exit 1; }
    sudo=(sudo -n)
  fi
  # Without policy the packages would start daemons of the system's own, which nobody asked for.
  local policy=/usr/sbin/policy-rc.d made=""
  if [[ ! -e "$policy" ]]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
    "${sudo[@]}" chmod 755 "$policy"
    made=1
  fi
  # shellcheck disable=SC2064 # the values of now
  trap "[[ -z '$made' ]] || ${sudo[*]} rm -f '$policy'" EXIT
  local get=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
  "${get[@]}" install -y --no-install-recommends slurm-wlm munge >/dev/null 2>&1 </dev/null ||
    { "${get[@]}" update >/dev/null 2>&1 && "${get[@]}" install -y --no-install-recommends slurm-wlm munge >/dev/null 2>&1 </dev/null; } ||
    { echo "apt-get could not install slurm-wlm and munge" >&2; exit 1; }
  has_all || { echo "slurm-wlm and munge are installed, but not all of: $programs" >&2; exit 1; }
  echo "Slurm installed: $(sbatch --version)"
}

free_port() {
  local port
  for _ in $(seq 100); do
    port=$((20000 + RANDOM % 10000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  echo "no free port" >&2
  exit 1
}

configure() {
  local folder=$1 host
  host=$(hostname -s)
  mkdir -p "$folder"/{state,spool,munge,log}
  chmod 700 "$folder/munge"
  head -c 1024 /dev/urandom >"$folder/munge/key"
  chmod 400 "$folder/munge/key"
  cat >"$folder/slurm.conf" <<CONF
ClusterName=lat-test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/munge/socket
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/log/slurmctld
SlurmdLogFile=$folder/log/slurmd
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SchedulerType=sched/backfill
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0,defer_batch=0,bf_interval=1,sched_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
GresTypes=gpu
ReturnToService=2
KillWait=2
MinJobAge=300
MaxArraySize=1001
NodeName=$host NodeAddr=127.0.0.1 CPUs=8 Sockets=1 CoresPerSocket=8 ThreadsPerCore=1 RealMemory=8192 Gres=gpu:2 State=UNKNOWN
PartitionName=test Nodes=$host Default=YES MaxTime=1:00:00 DefMemPerCPU=64 State=UP
CONF
  # A GPU's file must be a device; jobs are only told its number.
  printf 'NodeName=%s Name=gpu File=%s\n' "$host" /dev/null "$host" /dev/zero >"$folder/gres.conf"
  # Where there is no file for control groups, slurmd looks for them all the same.
  printf 'CgroupAutomount=no\nConstrainCores=no\nConstrainRAMSpace=no\n' >"$folder/cgroup.conf"
}

start() {
  local folder
  has_all || { echo "Slurm is not installed: eng/slurm-server.sh install" >&2; exit 1; }
  ((EUID == 0)) || { echo "not root: slurmd cannot start" >&2; exit 1; }
  mkdir -p "$1"
  folder=$(cd "$1" && pwd -P)
  export PATH="$PATH:/usr/sbin:/sbin"
  configure "$folder"
  export SLURM_CONF="$folder/slurm.conf"
  munged --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
    --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" --num-threads=2 </dev/null >>"$folder/log/start" 2>&1
  slurmctld </dev/null >>"$folder/log/start" 2>&1
  slurmd </dev/null >>"$folder/log/start" 2>&1
  local state=""
  for _ in $(seq 600); do
    state=$(sinfo --noheader --format=%T 2>/dev/null || true)
    if [[ "$state" == idle ]]; then
      if [[ -n "${2:-}" ]]; then
        setsid bash "$0" watch "$folder" "$2" </dev/null >/dev/null 2>&1 &
      fi
      echo "$SLURM_CONF"
      return
    fi
    sleep 0.1
  done
  tail -n 20 "$folder"/log/* >&2 || true
  stop "$folder"
  echo "the node did not come up (state '$state'); see above" >&2
  exit 1
}

stop() {
  local folder=$1 file pid
  export SLURM_CONF="$folder/slurm.conf" PATH="$PATH:/usr/sbin:/sbin"
  if [[ -f "$folder/slurmctld.pid" ]]; then
    timeout 10 scancel --quiet --state=PENDING --user="$(id -un)" 2>/dev/null || true
    timeout 10 scancel --quiet --user="$(id -un)" 2>/dev/null || true
    for _ in $(seq 50); do
      [[ -n $(timeout 5 squeue --noheader 2>/dev/null) ]] || break
      sleep 0.1
    done
  fi
  for file in slurmd.pid slurmctld.pid munge/pid; do
    [[ -f "$folder/$file" ]] || continue
    read -r pid <"$folder/$file" || continue
    # Only what still is one of the daemons: a number may have been given to another process.
    [[ $(cat "/proc/$pid/comm" 2>/dev/null) =~ ^(slurmd|slurmctld|munged)$ ]] || continue
    kill "$pid" 2>/dev/null || continue
    for _ in $(seq 100); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
  done
}

# Daemons must not outlive the tests that started them, not even tests that are killed.
watch() {
  local folder=$1 owner=$2 controller
  read -r controller <"$folder/slurmctld.pid"
  while kill -0 "$owner" 2>/dev/null; do
    kill -0 "$controller" 2>/dev/null || return 0
    sleep 1
  done
  stop "$folder"
}

case "${1:-}" in
  install) install ;;
  start) start "${2:?a folder}" "${3:-}" ;;
  watch) watch "${2:?a folder}" "${3:?a process}" ;;
  stop) stop "${2:?a folder}" ;;
  *) sed -n '2,7p' "$0" | cut -c3- >&2 && exit 1 ;;
esac
