"""One-to-all shortest paths with peers: those of scipy, rustworkx, igraph and networkit that are installed.

usage: python3 shortest_paths.py GRAPH.gr.gz [COUNT]

Same graph, sources and checksum as `keruen-bench paths GRAPH.gr.gz --count COUNT`; one JSON object a line. Of parallel arcs
only the cheapest is handed over: most peers add their costs up or keep the last one.
"""

import gzip
import json
import resource
import sys
import time


def load(path):
    best, nodes = {}, 0
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as lines:
        for line in lines:
            if line.startswith("a "):
                tail, head, cost = map(int, line.split()[1:4])
                best[tail, head] = min(cost, best.get((tail, head), cost))
                nodes = max(nodes, tail, head)
    return nodes, [(tail - 1, head - 1, cost) for (tail, head), cost in best.items()]


def scipy(nodes, arcs):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    tails, heads, costs = (numpy.array(column) for column in zip(*arcs))
    graph = csr_matrix((costs, (tails, heads)), shape=(nodes, nodes))

    def search(source):
        distance = dijkstra(graph, indices=source)
        return int(distance[numpy.isfinite(distance)].sum())

    return search


def rustworkx(nodes, arcs):
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(arcs)
    return lambda source: int(sum(rustworkx.dijkstra_shortest_path_lengths(graph, source, float).values()))


def igraph(nodes, arcs):
    import igraph

    graph = igraph.Graph(nodes, [arc[:2] for arc in arcs], directed=True)
    costs = [arc[2] for arc in arcs]
    return lambda source: int(sum(d for d in graph.distances(source, weights=costs)[0] if d < float("inf")))


def networkit(nodes, arcs):
    import networkit

    graph = networkit.Graph(nodes, weighted=True, directed=True)
    for tail, head, cost in arcs:
        graph.addEdge(tail, head, cost)

    def search(source):
        run = networkit.distance.Dijkstra(graph, source, storePaths=False)
        run.run()
        return int(sum(d for d in run.getDistances() if d < 1e300))

    return search


def main():
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    nodes, arcs = load(path)
    for peer in (scipy, rustworkx, igraph, networkit):
        try:
            search = peer(nodes, arcs)
        except ImportError:
            continue
        start, checksum = time.process_time(), 0
        for k in range(count):
            checksum += search(k * nodes // count)
        took = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line = {"kind": peer.__name__, "instance": path.rsplit("/", 1)[-1], "cpu_s": round(took, 6), "peak_mib": round(peak, 1)}
        print(json.dumps(line | {"size": count, "checksum": checksum, "mean_ms": round(took * 1e3 / count, 3)}), flush=True)


if __name__ == "__main__":
    main()
