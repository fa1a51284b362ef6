"""Structural balance of the signed ties: an arithmetic of signs that says nothing about what will happen.

After Heider, and Cartwright and Harary: a network is balanced when its actors fall into two camps (one of which may be
empty), with all friendly ties inside the camps and all hostile ones across. The ties that any split of the actors
violates are *lost*; a split that loses the fewest is best, and their number is the frustration index.

From the dossier inwards: `reading` (all of it for one dossier), `triangles` (the census), `frustration` (the index and
the sets of ties whose change settles everything), `blocks` (parts that do not touch each other), `search` (branch and
bound on one part), and its tools: `kernel` (a smaller network), `settling` (a good split), `packing` and `closing` (a
lower bound), `joining` (what no better split parts), `budget`.
"""
