"""SimPy 4.1.2 on the models of crates/events/src/models, one JSON line each, by CPU time.

    pip install simpy==4.1.2
    python3 bench/peers/discrete_events.py mm1|tandem|ferry|ferry-process [CUSTOMERS]

mm1, tandem and ferry-process are written as users of SimPy write them: each customer is a process. `ferry` is the leanest way:
wagons are moments in a list that is drawn ahead; ferries alone are processes.
"""

import json
import random
import resource
import sys
import time
from collections import deque

import simpy

WHAT = sys.argv[1]
N = int(sys.argv[2]) if len(sys.argv) > 2 else {"mm1": 300_000, "tandem": 30_000}.get(WHAT, 300_000)
DICE = random.Random(1)


def mm1():
    env, waits = simpy.Environment(), [0.0]
    desk = simpy.Resource(env, 1)

    def customer():
        came = env.now
        with desk.request() as turn:
            yield turn
            waits[0] += env.now - came
            yield env.timeout(DICE.expovariate(1.0))

    def source():
        for _ in range(N):
            yield env.timeout(DICE.expovariate(0.9))
            env.process(customer())

    env.process(source())
    env.run()
    return waits[0] / N, 9.0, N


def tandem():
    env, stays = simpy.Environment(), [0.0]
    stations = [simpy.Resource(env, 2) for _ in range(10)]

    def customer():
        came = env.now
        for station in stations:
            with station.request() as turn:
                yield turn
                yield env.timeout(DICE.expovariate(1.0))
        stays[0] += env.now - came

    def source():
        for _ in range(N):
            yield env.timeout(DICE.expovariate(1.6))
            env.process(customer())

    env.process(source())
    env.run()
    return stays[0] / N, 27.777778, 10 * N


class Port:
    def __init__(self, env, process):
        self.env, self.process = env, process
        self.berths, self.ramp = simpy.Resource(env, 2), simpy.Resource(env, 1)
        self.wagons, self.last = deque(), 0.0
        self.full = None
        self.closed_until = 0.0
        env.process(self.weather())
        if process:
            env.process(self.source())

    def weather(self):
        while True:
            yield self.env.timeout(DICE.expovariate(1 / 72))
            self.closed_until = self.env.now + DICE.expovariate(1 / 8)
            yield self.env.timeout(self.closed_until - self.env.now)

    def source(self):
        while True:
            yield self.env.timeout(DICE.expovariate(4.0))
            self.env.process(self.wagon())

    def wagon(self):
        came, unloaded = self.env.now, self.env.event()
        self.wagons.append(unloaded)
        if self.full is not None and len(self.wagons) >= 50 and not self.full.triggered:
            self.full.succeed()
        yield unloaded
        TOLD[0] += self.env.now - came
        TOLD[1] += 1
        if TOLD[1] >= N and not DONE.triggered:
            DONE.succeed()

    def draw(self, count, latest):
        while len(self.wagons) < count and self.last <= latest:
            self.last += DICE.expovariate(4.0)
            self.wagons.append(self.last)


def ferry(env, ports, at, process):
    aboard = []
    while True:
        port = ports[at]
        with port.berths.request() as berth:
            yield berth
            yield env.timeout(DICE.uniform(4, 6))
            for wagon in aboard:
                if process:
                    wagon.succeed()
                else:
                    TOLD[0] += env.now - wagon
                    TOLD[1] += 1
            if not process and TOLD[1] >= N and not DONE.triggered:
                DONE.succeed()
            with port.ramp.request() as ramp:
                yield ramp
                if process:
                    if len(port.wagons) < 50:
                        port.full = env.event()
                        yield port.full | env.timeout(6.0)
                        port.full = None
                    aboard = [port.wagons.popleft() for _ in range(min(50, len(port.wagons)))]
                else:
                    port.draw(50, env.now + 6.0)
                    full = port.wagons[49] if len(port.wagons) >= 50 else env.now + 6.0
                    leave = min(max(full, env.now), env.now + 6.0)
                    yield env.timeout(leave - env.now)
                    aboard = []
                    while len(aboard) < 50 and port.wagons and port.wagons[0] <= env.now:
                        aboard.append(port.wagons.popleft())
            yield env.timeout(DICE.uniform(4, 6))
            while env.now < port.closed_until:
                yield env.timeout(port.closed_until - env.now)
        at = 1 - at
        yield env.timeout(DICE.triangular(16, 24, 18))


TOLD = [0.0, 0]


def crossing(process):
    global DONE
    env = simpy.Environment()
    DONE = env.event()
    ports = [Port(env, process) for _ in range(2)]
    for i in range(6):
        env.process(ferry(env, ports, i % 2, process))
    env.run(DONE)
    return TOLD[0] / TOLD[1], None, TOLD[1]


wall, cpu = time.perf_counter(), time.process_time()
mean, exact, passed = {"mm1": mm1, "tandem": tandem, "ferry": lambda: crossing(False), "ferry-process": lambda: crossing(True)}[WHAT]()
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
print(json.dumps({
    "kind": "events", "peer": f"simpy {simpy.__version__}", "instance": WHAT, "size": N, "threads": 1, "cpu_s": round(cpu, 3),
    "wall_s": round(wall, 3), "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    "rate": round(passed / cpu), "mean": round(mean, 4), "exact": exact,
}))
