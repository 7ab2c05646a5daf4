package ask

import "strings"

// cutPlace cuts off the document that a question names before it begins
// ("According to the charter, who …"). What stands between the preposition and
// the comma before the question is its name.
func cutPlace(text string) (rest, place string) {
	for _, opening := range []string{"according to ", "under ", "in ", "by ", "within ", "pursuant to ", "as per "} {
		if len(text) <= len(opening) || !strings.EqualFold(text[:len(opening)], opening) {
			continue
		}
		at := 0
		for {
			comma := strings.Index(text[at:], ", ")
			if comma < 0 {
				return text, ""
			}
			at += comma + 2
			if asks(text[at:]) {
				return strings.ToUpper(text[at:at+1]) + text[at+1:], strings.TrimSpace(text[len(opening) : at-2])
			}
		}
	}
	return text, ""
}

// asks tells whether a text begins as questions do.
func asks(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch first {
	case "who", "whom", "whose", "what", "which", "how", "when", "where", "why", "by", "to",
		"is", "are", "was", "were", "do", "does", "did", "has", "have", "had",
		"must", "shall", "should", "may", "can", "will", "could", "would", "might":
		return true
	}
	return false
}
