"""An exact solver for the frustration index of one biconnected component: branch and bound over assignments.

A signed graph has vertices and edges of sign 1 or −1. An *assignment* gives every vertex 1 or −1, its camp. It
*satisfies* an edge of sign 1 inside a camp and an edge of sign −1 across the camps; all others are *frustrated*.
"""
