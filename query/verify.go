package query

import "mandate/graph"

// Proof says whether every quote stands where the graph says.
type Proof struct {
	Documents, Statements int           // that were looked at
	Faults                []graph.Fault // none where all holds
}

// Verify proves all documents, or one, against their stored texts, quad by
// quad. A document whose quads cannot be read back is a fault too.
func (v *View) Verify(doc string) (Proof, error) {
	ids := v.x.IDs()
	if doc != "" {
		id, err := v.DocumentID(doc)
		if err != nil {
			return Proof{}, err
		}
		ids = []string{id}
	}
	p := Proof{Documents: len(ids)}
	for _, id := range ids {
		n, faults := graph.Verify(id, v.x.DocumentQuads(id))
		p.Statements += n
		p.Faults = append(p.Faults, faults...)
	}
	return p, nil
}
