#!/usr/bin/env python3
"""Runs the same cases in two programs in turns, in one go, and prints the ratio of their times and of their peak memory.

usage: compare.py CASES.json --ours COMMAND --peer COMMAND [--rounds N] [--check] [--only GROUP]

Both programs are started once for each group of cases, with the group's name as last argument, and stay alive side by side while they are
asked, in turns, to run a case: a line `run NAME` is answered by `wall-seconds cpu-seconds`, a line `memory` by the peak resident KiB.
A ratio is ours by the peer's, of the fastest rounds: of CPU time (user and system, all threads) and of wall time. A limit is met when both
are at most it; `speed` cases print how many times as fast we are, and their limit is the least that both may be. Median ratios stand beside.
"""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import time


class Side:
    def __init__(self, command, group):
        self.process = subprocess.Popen(
            shlex.split(command) + [group], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.expect("ready")

    def expect(self, word):
        line = self.line()
        if line != word:
            raise SystemExit(f"{self.process.args}: answered '{line}', not '{word}'")

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.process.args}: ended with {self.process.wait()}")
        return line.strip()

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        return self.line()

    def run(self, case):
        wall, cpu = self.ask("run " + case).split()
        return float(wall), float(cpu)

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)


def measure(ours, peer, case, rounds, warm_up):
    for side in (ours, peer):
        warm, runs = time.monotonic(), 0
        while runs < 3 or (runs < 200 and time.monotonic() - warm < warm_up):
            side.run(case["name"])
            runs += 1
    times = {ours: [], peer: []}
    for turn in range(case.get("rounds", rounds)):
        for side in (ours, peer) if turn % 2 == 0 else (peer, ours):
            times[side].append(side.run(case["name"]))
    return times[ours], times[peer]


def alone_row(case, ours, rounds, warm_up):
    """A case without a peer: its limit is in milliseconds, and the median counts."""
    warm = time.monotonic()
    while time.monotonic() - warm < warm_up:
        ours.run(case["name"])
    walls, cpus = zip(*(ours.run(case["name"]) for _ in range(case.get("rounds", rounds))))
    median = statistics.median(cpus) * 1e3
    met = median <= case["limit"]
    print(f"{case['name']:<26}{median:10.2f} {'':>10} {'':>6} {'':>6} {statistics.median(walls) * 1e3:10.2f} {'':>10} {'':>6} {'':>6}  "
          f"<= {case['limit']:.2f} ms {'met' if met else 'MISSED'}", flush=True)
    return met


def verdict(case, ratios):
    if "limit" not in case:
        return "-", True
    met = all(ratio >= case["limit"] for ratio in ratios) if case.get("kind") == "speed" else all(ratio <= case["limit"] for ratio in ratios)
    return f"{'>=' if case.get('kind') == 'speed' else '<='} {case['limit']:.2f} {'met' if met else 'MISSED'}", met


def row(case, ours, peer):
    cells, ratios, medians = [], [], []
    for part in (1, 0):
        a, b = [time[part] for time in ours], [time[part] for time in peer]
        ratio, median = min(a) / min(b), statistics.median(a) / statistics.median(b)
        if case.get("kind") == "speed":
            ratio, median = 1 / ratio, 1 / median
        cells.append(f"{min(a) * 1e3:10.2f} {min(b) * 1e3:10.2f} {ratio:6.2f} {median:6.2f}")
        ratios.append(ratio)
    text, met = verdict(case, ratios)
    print(f"{case['name']:<26}{cells[0]} {cells[1]}  {text}", flush=True)
    return met


def memory_row(case, ours, peer):
    a, b = int(ours.ask("memory")), int(peer.ask("memory"))
    text, met = verdict(case, [a / b])
    print(f"{case['name']:<26}{a / 1024:10.1f} {b / 1024:10.1f} {a / b:6.2f} {'MiB peak':>13}{'':>30}  {text}", flush=True)
    return met


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cases")
    parser.add_argument("--ours", required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--warm-up", type=float, default=1.5, help="seconds a side runs a case unmeasured; at least three times")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    groups = json.load(open(options.cases))
    print(f"{'':<26}{'CPU ms':>10} {'peer':>10} {'ratio':>6} {'median':>6} {'wall ms':>10} {'peer':>10} {'ratio':>6} {'median':>6}  limit")
    met = True
    for group, cases in groups.items():
        if options.only and options.only != group:
            continue
        ours, peer = Side(options.ours, group), Side(options.peer, group)
        for case in cases:
            if "needs" in case and case["needs"] not in os.environ:
                print(f"{case['name']:<26}left out: the environment variable {case['needs']} is not set")
            elif case.get("kind") == "alone":
                met &= alone_row(case, ours, options.rounds, options.warm_up)
            elif case.get("kind") == "memory":
                met &= memory_row(case, ours, peer)
            else:
                met &= row(case, *measure(ours, peer, case, options.rounds, options.warm_up))
        ours.end()
        peer.end()
    return 0 if met or not options.check else 1


sys.exit(main())
