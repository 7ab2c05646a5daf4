package statement

import "regexp"

// A definition says what a word means: "“Vessel” means …", "In this Act, the term
// ‘owner’ includes …", "Owner, in relation to a vessel, means …".
const (
	definer   = `(?:means?|shall mean|includes?|shall include|does not include|excludes?|refers? to|shall refer to|denotes?|is defined as|shall be defined as|has the (?:same )?meaning|have the (?:same )?meanings?|shall have the (?:same )?meanings?)\b`
	realm     = `(?:(?:In|For the purposes? of|For purposes of|As used in|When used in|Under|Within) [^,"“”]{1,80}, )?`
	quotedTo  = `["“‘'][^"”’']{1,80}["”’']`
	plainTo   = `[^"“,:;]{1,60}`
	inRespect = `(?:,? (?:in relation to|in respect of|with respect to|when used|as used|in this|where used) [^,"]{1,80},?)?`
)

var definition = regexp.MustCompile(`^` + realm + `(?:(?:[Tt]he )?(?:[Tt]erms?|[Ee]xpressions?|[Ww]ords?|[Pp]hrases?|[Rr]eferences? to)? ?(?:the )?(?:` + quotedTo + `(?:,? (?:and|or) ` + quotedTo + `)*)` + inRespect + `(?:,[^,]*,)? ` + definer +
	`|[Rr]eferences? (?:in this [A-Z]?[a-z]+ )?to [^,:;]{1,80} (?:are|is|includes?|shall be|shall include)\b|By ` + quotedTo + ` is meant\b|` +
	plainTo + `(?:, in relation to [^,]*,)? (?:means (?:an?|the|any|each|every|all|one|such|those|that)|shall mean|has the (?:same )?meaning)\b)`)

// constitutive reports whether the sentence of r, read to its end, says but what
// something is or is made of.
func (r *reader) constitutive() bool {
	root := r.root()
	return len(r.found) == 0 && root >= 0 && (r.constitutes(root) || r.founds(root))
}

// founds reports whether clause p brings something into being: "There is
// established a Council", "A Fund is hereby created", "There shall be a Board".
func (r *reader) founds(p int) bool {
	there := r.child(p, "expl")
	switch {
	case there >= 0 && r.lower(there) == "there":
		for i := p; i < min(p+3, len(r.Tokens)); i++ { // "is hereby established"
			if founding[r.lower(i)] {
				return true
			}
		}
		return r.hasModal(p)
	case r.child(p, "aux:pass") >= 0 && founding[r.lower(p)]:
		for _, k := range r.children(p, "advmod") {
			if r.lower(k) == "hereby" {
				return true
			}
		}
	}
	return false
}

// founding participles say that something comes into being.
var founding = wordSet("established created constituted formed instituted founded set")

// constitutes reports whether clause p says what its subject is, is made of or
// since when it holds, "shall consist of", "shall enter into force": such rules
// make institutions and lay no duty on anyone.
func (r *reader) constitutes(p int) bool {
	if r.founds(p) {
		return true
	}
	if r.child(p, "aux:pass") >= 0 {
		return r.cues.Constitutive["be "+r.lower(p)] && r.byPhrase(p) == nil && (!taking[r.lower(p)] || r.takenAs(p))
	}
	v := r.lemma(p)
	if r.child(p, "cop") >= 0 {
		return r.cues.Constitutive["be "+r.lower(p)] || r.cues.Constitutive["be "+v]
	}
	if r.cues.Constitutive[v] {
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

// taking participles make something of their subject only where they say what:
// "shall be treated as", but "shall be treated within a day".
var taking = wordSet("taken treated regarded considered read counted understood interpreted construed known located situated")

// takenAs reports whether something is said that the subject of passive p is
// taken for or where it is.
func (r *reader) takenAs(p int) bool {
	if r.child(p, "xcomp", "ccomp") > p {
		return true
	}
	for _, k := range r.children(p, "obl", "advcl", "nmod", "obj", "acl") {
		c := r.case_(k)
		if c == "" {
			c = r.mark(k)
		}
		if k > p && (c == "as" || c == "to" || c == "" && r.is(k, "obj") || (c == "in" || c == "at" || c == "within") && (r.lower(p) == "located" || r.lower(p) == "situated" || r.lower(p) == "construed" || r.lower(p) == "read" || r.lower(p) == "interpreted")) {
			return true
		}
	}
	return false
}
