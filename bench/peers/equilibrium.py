"""Traffic equilibrium with peers: AequilibraE 1.7.2 (bi-conjugate Frank-Wolfe) and pytraf 0.3.1 (path-based gradient projection).

usage: pip install aequilibrae==1.7.2 pytraf==0.3.1
       python3 equilibrium.py aequilibrae|pytraf NET_net.tntp.gz GAP [TOLL_WEIGHT DISTANCE_WEIGHT]

Same network, trips, fixed costs and through-zone rule as `keruen-bench equilibrium NET_net.tntp.gz --gap GAP`. One JSON object on a
line: CPU seconds of the assignment alone, and the Beckmann objective of the flows, to be compared with ours. One thread.
"""

import gzip
import json
import os
import sys
import time

os.environ.setdefault("RAYON_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        yield from file


def load(path, toll, distance):
    head, rows = {}, []
    for line in lines(path):
        line = line.strip().rstrip(";").strip()
        if line.startswith("<"):
            key, _, value = line[1:].partition(">")
            head[key.strip()] = value.strip()
        elif line and not line.startswith("~"):
            rows.append([float(word) for word in line.split()])
    table = np.array(rows).T
    net = dict(zip(["tail", "head", "capacity", "length", "free", "b", "power", "speed", "toll", "kind"], table))
    net["fixed"] = toll * net["toll"] + distance * net["length"]
    trips, origin = [], 0
    for line in lines(path.replace("_net.", "_trips.")):
        if line.startswith("Origin"):
            origin = int(line.split()[1])
        elif origin and ":" in line:
            for pair in line.split(";"):
                if ":" in pair:
                    to, amount = pair.split(":")
                    if float(amount) > 0 and int(to) != origin:
                        trips.append((origin, int(to), float(amount)))
    zones, nodes = int(head["NUMBER OF ZONES"]), int(head["NUMBER OF NODES"])
    return net, zones, nodes, int(head["FIRST THRU NODE"]), trips


def pytraf(net, zones, nodes, first_through, trips, gap):
    import pytraf

    free = net["free"] + net["fixed"]
    share = np.where(free > 0, net["b"] * net["free"] / np.where(free > 0, free, 1), 0.0)
    network = pytraf.Network(
        nodes, net["tail"].astype(np.int64) - 1, net["head"].astype(np.int64) - 1, free, net["capacity"],
        b=share, power=np.where(share == 0, 1.0, net["power"]), is_centroid=np.arange(1, nodes + 1) < first_through, allow_u_turns=True,
    )
    origins, destinations, amounts = (np.array(column) for column in zip(*trips))
    demand = pytraf.Demand(nodes, origins - 1, destinations - 1, amounts.astype(float))

    def run():
        result = network.assign(demand, gap=gap, max_iter=5000, threads=1)
        flows = result.links.flows if hasattr(result.links, "flows") else result.links.flow
        return np.asarray(flows), result.relative_gap, result.iterations

    return run


def aequilibrae(net, zones, nodes, first_through, trips, gap):
    import logging

    import pandas as pd
    from aequilibrae.matrix import AequilibraeMatrix
    from aequilibrae.paths import Graph, TrafficAssignment, TrafficClass

    logging.disable(logging.CRITICAL)
    count = len(net["tail"])
    graph = Graph()
    graph.network = pd.DataFrame({
        "link_id": np.arange(1, count + 1), "a_node": net["tail"].astype(int), "b_node": net["head"].astype(int),
        "direction": 1, "capacity": net["capacity"],
        # It refuses times of 0; a billionth changes nothing that is printed here.
        "free_flow_time": np.maximum(net["free"], 1e-9), "b": net["b"],
        "power": np.where(net["b"] == 0, 1.0, net["power"]), "fixed": net["fixed"], "id": np.arange(1, count + 1),
    })
    graph.prepare_graph(np.arange(1, zones + 1))
    graph.set_graph("free_flow_time")
    graph.set_blocked_centroid_flows(first_through > 1)
    matrix = AequilibraeMatrix()
    matrix.create_empty(zones=zones, matrix_names=["trips"], memory_only=True)
    matrix.index[:] = np.arange(1, zones + 1)
    values = np.zeros((zones, zones))
    for origin, destination, amount in trips:
        values[origin - 1, destination - 1] = amount
    matrix.matrix["trips"][:, :] = values
    matrix.computational_view(["trips"])
    assignment = TrafficAssignment()
    traffic = TrafficClass("cars", graph, matrix)
    if net["fixed"].any():
        traffic.set_fixed_cost("fixed")
        traffic.set_vot(1.0)
    assignment.set_classes([traffic])
    assignment.set_vdf("BPR")
    assignment.set_vdf_parameters({"alpha": "b", "beta": "power"})
    assignment.set_capacity_field("capacity")
    assignment.set_time_field("free_flow_time")
    assignment.set_algorithm("bfw")
    assignment.set_cores(1)
    assignment.max_iter, assignment.rgap_target = 100_000, gap

    def run():
        assignment.execute(log_specification=False)
        flows = assignment.results().sort_index()["trips_ab"].reindex(np.arange(1, count + 1)).fillna(0).to_numpy()
        return flows, assignment.assignment.rgap, assignment.assignment.iter

    return run


def main():
    peer, path, gap = sys.argv[1], sys.argv[2], float(sys.argv[3])
    toll, distance = (float(word) for word in sys.argv[4:6]) if len(sys.argv) > 5 else (0.0, 0.0)
    net, *rest = load(path, toll, distance)
    run = {"pytraf": pytraf, "aequilibrae": aequilibrae}[peer](net, *rest, gap)
    start = time.process_time()
    flows, reached, iterations = run()
    took = time.process_time() - start
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(flows > 0, net["b"] * (flows / net["capacity"]) ** net["power"] / (net["power"] + 1), 0.0)
    objective = float((net["free"] * flows * (1 + share) + net["fixed"] * flows).sum())
    name = path.rsplit("/", 1)[-1].split("_net")[0]
    line = {"kind": peer, "instance": name, "cpu_s": round(took, 4), "gap": reached, "iterations": int(iterations)}
    print(json.dumps(line | {"objective": objective}), flush=True)


if __name__ == "__main__":
    main()
