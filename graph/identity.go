package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// StatementID returns the identity of a statement: 16 hex digits that hash its
// document, quote, actor, aim, polarity and which occurrence of these it is in
// the document, from 0. It does not depend on where in the text the quote
// stands, so a statement keeps its identity while text around it changes.
func StatementID(doc, quote string, occurrence int, actor, aim string, polarity Polarity) string {
	h := sha256.New()
	for _, part := range []string{doc, quote, strconv.Itoa(occurrence), actor, aim, string(polarity)} {
		// Lengths keep ("ab", "c") and ("a", "bc") apart.
		h.Write(strconv.AppendInt(nil, int64(len(part)), 10))
		h.Write([]byte{':'})
		h.Write([]byte(part))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// AssignIDs gives each statement of a document its ID, counting occurrences in
// the order of the slice.
func AssignIDs(doc string, statements []Statement) {
	seen := map[string]int{} // how many have that ID but for their occurrence
	for i := range statements {
		s := &statements[i]
		s.ID = StatementID(doc, s.Evidence.Quote, 0, s.Actor, s.Aim, s.Polarity)
		first := s.ID
		if n := seen[first]; n > 0 {
			s.ID = StatementID(doc, s.Evidence.Quote, n, s.Actor, s.Aim, s.Polarity)
		}
		seen[first]++
	}
}
