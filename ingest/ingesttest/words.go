package ingesttest

// The words that documents are made of.
var (
	kinds       = []string{"A Strategy", "A Common Plan", "Rules", "A Charter", "A Framework", "Guidelines"}
	states      = []string{"Norway", "Kenya", "Chile", "Portugal", "Fiji", "Japan", "Canada", "Ghana", "Peru", "Iceland", "Malta", "Nepal"}
	bodies      = []string{"Agency", "Council", "Commission", "Ministry", "Authority", "Committee", "Institute", "Board"}
	deontics    = []string{"shall", "must", "should", "may", "will", "shall not", "must not", "is required to", "undertakes to", "is encouraged to"}
	stances     = []string{"supports", "opposes", "welcomes", "rejects", "endorses", "is committed to"}
	determiners = []string{"the", "every", "a joint", "its own", "a yearly", "all", "the first", "a public"}
	verbs       = []string{"publish", "review", "fund", "prepare", "adopt", "inspect", "share", "improve", "measure", "protect", "report",
		"repair", "coordinate", "replace", "open", "register", "close", "train", "translate", "test"}
	participles = []string{"published", "reviewed", "funded", "prepared", "adopted", "inspected", "shared", "improved", "registered"}
	nouns       = []string{"register", "report", "budget", "survey", "harbour", "archive", "timetable", "map", "school", "laboratory",
		"warning system", "training course", "storage site", "bridge", "water main", "data set", "reef", "forest road", "clinic", "ferry line"}
	topics = []string{"coastal erosion", "flood warnings", "rural ferries", "clean drinking water", "seed banks", "night trains", "river pollution",
		"public libraries", "bee diseases", "mountain rescue", "electronic waste", "open archives", "school meals", "harbour safety", "wind power",
		"noise at night", "soil maps", "lost fishing nets", "village clinics", "avalanche control", "old bridges", "street lighting"}
	conditions = []string{"where a flood is expected", "if the budget allows", "when a ship is in danger", "before the summer begins",
		"unless a council objects", "once the survey is complete", "in case of fire", "after each inspection"}
	constraints = []string{"within thirty days", "by the end of each year", "without delay", "at its own cost", "in plain language",
		"in accordance with the timetable", "through a single office", "as far as possible"}
)
