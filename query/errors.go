package query

import (
	"errors"
	"fmt"
	"strings"

	"mandate/graph/index"
)

// What can be wrong with a question.
var (
	ErrUnknown   = errors.New("name is not known")         // as *UnknownError
	ErrAmbiguous = errors.New("name has several meanings") // as *AmbiguousError
	ErrParameter = errors.New("bad parameter")             // in a message that says which and why
)

// UnknownError says that nothing has a name, and what comes near to it.
type UnknownError struct {
	Name        string
	Wanted      string // "actor", or "name" where anything would do
	Suggestions []index.Entity
}

func (e *UnknownError) Error() string {
	message := fmt.Sprintf("no %s is called %q", e.Wanted, e.Name)
	if len(e.Suggestions) == 0 {
		return message
	}
	return message + "; did you mean " + list(e.Suggestions) + "?"
}

// Is makes the error one of ErrUnknown.
func (e *UnknownError) Is(target error) bool { return target == ErrUnknown }

// AmbiguousError says that a name means several nodes.
type AmbiguousError struct {
	Name       string
	Candidates []index.Entity
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q could be %s; give one of these IRIs instead of the name", e.Name, list(e.Candidates))
}

// Is makes the error one of ErrAmbiguous.
func (e *AmbiguousError) Is(target error) bool { return target == ErrAmbiguous }

// list writes entities as a reader would name them: China (actor:china) or …
func list(entities []index.Entity) string {
	names := make([]string, len(entities))
	for i, e := range entities {
		names[i] = fmt.Sprintf("%s (%s)", e.Label, e.IRI)
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
