package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Duties are the statements of one force.
type Duties struct {
	Force      graph.Force
	Statements []index.Statement // by document and text order
}

// What answers "what must this actor do": its statements by force, the
// strongest first. The actor is given as Resolve understands it.
func (v *View) What(actor string) (index.Entity, []Duties, error) {
	e, err := v.Resolve(actor, graph.ClassActor)
	if err != nil {
		return index.Entity{}, nil, err
	}
	return e, byForce(v.x.ByActor(e.ID)), nil
}

func byForce(statements []index.Statement) []Duties {
	var out []Duties
	for _, s := range statements {
		i := slices.IndexFunc(out, func(d Duties) bool { return d.Force == s.Force })
		if i < 0 {
			i = len(out)
			out = append(out, Duties{Force: s.Force})
		}
		out[i].Statements = append(out[i].Statements, s)
	}
	slices.SortFunc(out, func(a, b Duties) int { return cmp.Compare(strength(a.Force), strength(b.Force)) })
	return out
}
