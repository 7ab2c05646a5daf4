package statement

import "regexp"

// definition is how a sentence begins that says what a word means: "“Vessel”
// means …", "Owner, in relation to a vessel, means …".
var definition = regexp.MustCompile(`^(?:["“‘'][^"”’']{1,80}["”’'](?:,[^,]*,)? (?:means?|shall mean|includes?|does not include|refers? to|has the (?:same )?meaning|have the (?:same )?meaning)\b|[^"“,:;]{1,60}(?:, in relation to [^,]*,)? (?:means (?:an?|the|any|each|every|all|one|such|those|that)|shall mean|has the (?:same )?meaning)\b)`)

// constitutes reports whether clause p says what its subject is, is made of or
// since when it holds, "shall consist of", "shall enter into force": such rules
// make institutions and lay no duty on anyone.
func (r *reader) constitutes(p int) bool {
	if r.child(p, "aux:pass") >= 0 {
		return r.cues.Constitutive["be "+r.lower(p)]
	}
	v := r.lemma(p)
	if r.cues.Constitutive[v] || r.cues.Constitutive["be "+r.lower(p)] && r.child(p, "cop") >= 0 {
		return true
	}
	if o := r.child(p, "obj"); o >= 0 && r.cues.Constitutive[v+" "+r.lemma(o)] {
		return true
	}
	for _, k := range r.children(p, "obl") {
		if r.cues.Constitutive[v+" "+r.case_(k)+" "+r.lemma(k)] {
			return true
		}
	}
	return false
}
