"""The peer's half of compare.py: runs a case whenever it is asked to, and answers what that took."""
import sys
import time


def peak_memory():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM:"):
            return line.split()[1]


def serve(cases):
    print("ready", flush=True)
    for line in sys.stdin:
        line = line.strip()
        if line == "memory":
            print(peak_memory(), flush=True)
            continue
        body = cases[line[len("run "):]]
        wall, cpu = time.perf_counter(), time.process_time()
        body()
        print(time.perf_counter() - wall, time.process_time() - cpu, flush=True)
