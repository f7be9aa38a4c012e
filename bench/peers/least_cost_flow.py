"""HiGHS on the arc-flow programme of a least-cost flow, as `keruen-bench mincost` and `cargo-flow` pose it.

usage: python3 least_cost_flow.py FILE.dow.gz | FILE.mps.gz | --linerlib DIR CASE | --drawn FOLDER [simplex|ipm ...]

Needs highspy and numpy. MPS files are solved as they are (PDS, KEN). Else commodities of one origin are merged,
which makes the programme smaller: the fairest form for the peer. One JSON line a solver: CPU seconds of the solve alone, objective.
--drawn solves every MPS file of a folder, whose first line tells the cost that was found (`* cost 123`), and tells the farthest off.
"""
import gzip, json, os, sys, time
import highspy
import numpy as np

INF = highspy.kHighsInf


def text(path):
    return (gzip.open if path.endswith(".gz") else open)(path, "rt", errors="replace").read()


class Lp:
    """Columns one by one: cost, upper bound, entries."""

    def __init__(self):
        self.cost, self.upper, self.start, self.index, self.value = [], [], [0], [], []
        self.rows = []

    def row(self, lower, upper):
        self.rows.append((lower, upper))
        return len(self.rows) - 1

    def column(self, cost, entries, upper=INF):
        self.cost.append(cost)
        self.upper.append(upper)
        for r, v in entries:
            self.index.append(r)
            self.value.append(v)
        self.start.append(len(self.index))

    def highs(self):
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(self.cost, float), np.zeros(len(self.cost)), np.array(self.upper, float)
        lp.row_lower_ = np.array([r[0] for r in self.rows], float)
        lp.row_upper_ = np.array([r[1] for r in self.rows], float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_ = np.array(self.start), np.array(self.index)
        lp.a_matrix_.value_ = np.array(self.value, float)
        return lp


def dow(path):
    lines = [l.split() for l in text(path).splitlines()[1:] if l.strip()]
    nodes, arcs, commodities = map(int, lines[0][:3])
    links = [(int(w[0]) - 1, int(w[1]) - 1, float(w[2]), float(w[3])) for w in lines[1 : 1 + arcs]]
    wishes = [(int(w[0]) - 1, int(w[1]) - 1, float(w[2])) for w in lines[1 + arcs : 1 + arcs + commodities]]
    lp = Lp()
    caps = [lp.row(-INF, cap) for *_, cap in links]
    supply = {}
    for origin, to, demand in wishes:
        of_origin = supply.setdefault(origin, [0.0] * nodes)
        of_origin[origin] += demand
        of_origin[to] -= demand
    for of_origin in supply.values():
        balance = [lp.row(b, b) for b in of_origin]
        for a, (i, j, cost, _) in enumerate(links):
            lp.column(cost, [(balance[i], 1.0), (balance[j], -1.0), (caps[a], 1.0)])
    return lp.highs()


def linerlib(folder, case):
    names = sorted(os.listdir(folder))
    log = text(os.path.join(folder, next(n for n in names if n.startswith(case) and ".log" in n)))
    region = max((n for n in names if n.startswith("Demand_")), key=lambda n: (shared(n, case), "Fixed" in n))
    costs = {}
    for line in text(os.path.join(folder, next(n for n in names if n.startswith("ports.csv")))).splitlines()[1:]:
        w = line.split("\t")
        if len(w) > 9 and w[8] not in ("", "NULL"):
            costs[w[0]] = (float(w[8]), float(w[9]))
    services = []
    for line in log.split("Flow Solution")[0].splitlines():
        w = line.split("\t")
        if line.startswith("service "):
            services.append([0.0, []])
        elif line.startswith("capacity "):
            services[-1][0] = float(line.split()[1])
        elif len(w) >= 2 and w[0].strip().isdigit() and services:
            services[-1][1].append(w[1])
    node, arcs = {}, []
    number = lambda key: node.setdefault(key, len(node))
    for s, (cap, calls) in enumerate(services):
        for p in dict.fromkeys(calls):
            arcs.append((number(("from", p)), number((s, p)), costs[p][0], INF))
            arcs.append((number((s, p)), number(("to", p)), costs[p][0], INF))
        for p, q in zip(calls, calls[1:] + calls[:1]):
            if p != q:
                arcs.append((number((s, p)), number((s, q)), 0.0, cap))
    for s, (_, calls) in enumerate(services):
        for t, (_, others) in enumerate(services):
            for p in dict.fromkeys(calls):
                if s != t and p in others:
                    arcs.append((number((s, p)), number((t, p)), costs[p][1], INF))
    wishes, revenue = {}, 0.0
    for line in text(os.path.join(folder, region)).splitlines()[1:]:
        w = line.split("\t")
        if len(w) > 3:
            wishes.setdefault(w[0], []).append((w[1], float(w[2]), float(w[3])))
            revenue += float(w[2]) * float(w[3])
    lp = Lp()
    caps = [lp.row(-INF, a[3]) if a[3] < INF else None for a in arcs]
    for origin, rows in wishes.items():
        supply = {}
        for to, amount, _ in rows:
            supply[("from", origin)] = supply.get(("from", origin), 0.0) + amount
            supply[("to", to)] = supply.get(("to", to), 0.0) - amount
        for key in supply:
            number(key)
        balance = [lp.row(supply.get(key, 0.0), supply.get(key, 0.0)) for key in node]
        at = {n: balance[i] for i, n in enumerate(node.values())}
        for a, (i, j, cost, _) in enumerate(arcs):
            lp.column(cost, [(at[i], 1.0), (at[j], -1.0)] + ([(caps[a], 1.0)] if caps[a] is not None else []))
        for to, amount, gain in rows:
            lp.column(gain + 1000.0, [(at[node[("from", origin)]], 1.0), (at[node[("to", to)]], -1.0)], amount)
    return lp.highs(), revenue


def shared(name, case):
    region = name.removeprefix("Demand_").lower()
    return next((n for n in range(len(region), 2, -1) if region[:n] in case.lower()), 0)


def solve(lp, path, method):
    h = highspy.Highs()
    h.silent()
    for option, value in [("output_flag", False), ("threads", 1), ("solver", method), ("presolve", "on")]:
        h.setOptionValue(option, value)
    h.readModel(path) if lp is None else h.passModel(lp)
    begun = time.process_time()
    h.run()
    return time.process_time() - begun, h.getInfo().objective_function_value, h.getNumCol()


def drawn(folder, method):
    """Files, CPU seconds of all, the largest part by which a cost differs, and where."""
    spent, worst, names = 0.0, (0.0, ""), sorted(n for n in os.listdir(folder) if n.endswith(".mps"))
    for name in names:
        path = os.path.join(folder, name)
        cost = float(text(path).split("\n", 1)[0].removeprefix("* cost "))
        cpu, objective, _ = solve(None, path, method)
        spent, worst = spent + cpu, max(worst, (abs(cost - objective) / max(1.0, abs(objective)), name))
    return {"kind": "highs-" + method, "instances": len(names), "cpu_s": round(spent, 4), "farthest": worst[0], "instance": worst[1]}


def main():
    words = [w for w in sys.argv[1:] if w not in ("simplex", "ipm")]
    methods = [w for w in sys.argv[1:] if w in ("simplex", "ipm")] or ["simplex", "ipm"]
    lp, path, revenue = None, words[0], None
    if words[0] == "--drawn":
        for method in methods:
            print(json.dumps(drawn(words[1], method)), flush=True)
        return
    if words[0] == "--linerlib":
        lp, revenue = linerlib(words[1], words[2])
    elif ".dow" in words[0]:
        lp = dow(words[0])
    for method in methods:
        cpu, objective, columns = solve(lp, path, method)
        line = {"kind": "highs-" + method, "instance": words[-1], "cpu_s": round(cpu, 4), "columns": columns, "objective": objective}
        print(json.dumps(line | ({"profit": revenue - objective} if revenue is not None else {})), flush=True)


main()
