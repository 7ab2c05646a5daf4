package wire

import (
	"mandate/graph/index"
	"mandate/query"
)

// Paths are the ways between two nodes, shortest first.
type Paths struct {
	From  Ref    `json:"from"`
	To    Ref    `json:"to"`
	Paths []Path `json:"paths"`
	Searched
}

// Searched tells how far a search went.
type Searched struct {
	Complete bool `json:"complete" doc:"false where the search was cut off at the most work that it may do"`
	Links    int  `json:"links" doc:"how many links were looked at"`
}

// Path is one way.
type Path struct {
	Hops     []Hop   `json:"hops"`
	Length   int     `json:"length" doc:"number of hops"`
	Distance float64 `json:"distance" doc:"by what makes a path short: its hops, or for each hop 1 and the n-th part of 1 where n sentences prove it, in sixtieths rounded down"`
}

// Hop is one link of a path.
type Hop struct {
	From       Ref         `json:"from"`
	Predicate  string      `json:"predicate"`
	Reversed   bool        `json:"reversed" doc:"the link runs from 'to' to 'from'"`
	To         Ref         `json:"to"`
	Evidence   int         `json:"evidence" doc:"how many statements prove the link; none does where others imported it"`
	Statements []Statement `json:"statements" doc:"the first of them, without those that come with a hop before in the path"`
	More       int         `json:"more" doc:"how many statements prove it besides"`
}

// PathsOf shows the ways that were found.
func PathsOf(v *query.View, p query.Paths) Paths {
	path := func(p query.Path) Path {
		return Path{Hops: hopsOf(v, p.Hops), Length: len(p.Hops), Distance: p.Length}
	}
	return Paths{From: RefOf(p.From), To: RefOf(p.To), Paths: each(p.Paths, path), Searched: Searched{p.Complete, p.Work}}
}

// hopsOf shows the hops of a path, each statement once: the links of a statement
// follow one another.
func hopsOf(v *query.View, hops []query.Hop) []Hop {
	shown := map[index.Node]bool{}
	out := make([]Hop, 0, len(hops))
	for _, h := range hops {
		more := h.Evidence - len(h.Statements)
		fresh := make([]index.Statement, 0, len(h.Statements))
		for _, s := range h.Statements {
			if !shown[s.Node] {
				shown[s.Node] = true
				fresh = append(fresh, s)
			}
		}
		h.Statements = fresh
		out = append(out, hopOf(v, h))
		out[len(out)-1].More = more
	}
	return out
}

func hopOf(v *query.View, h query.Hop) Hop {
	return Hop{
		From: RefOf(h.From), Predicate: h.Predicate, Reversed: h.Reversed, To: RefOf(h.To), Evidence: h.Evidence,
		Statements: Statements(v, h.Statements), More: h.Evidence - len(h.Statements),
	}
}

// Neighbourhood is all that is within some links of a node.
type Neighbourhood struct {
	Center Ref    `json:"center"`
	Nodes  []Near `json:"nodes" doc:"the nearest first"`
	Total  int    `json:"total" doc:"before they were cut to the limit"`
	Searched
}

// Near is a node of a neighbourhood.
type Near struct {
	Ref
	Distance int `json:"distance" doc:"links from the centre"`
	Via      Hop `json:"via" doc:"the link that leads there from a node that is nearer by one"`
}

// NeighbourhoodOf shows a neighbourhood.
func NeighbourhoodOf(v *query.View, n query.Neighbourhood) Neighbourhood {
	return Neighbourhood{
		Center: RefOf(n.Center), Total: n.Total, Searched: Searched{n.Complete, n.Work},
		Nodes: each(n.Nodes, func(n query.Near) Near { return Near{RefOf(n.Entity), n.Distance, hopOf(v, n.Via)} }),
	}
}
