package schema

import (
	"bytes"
	"encoding/json"
)

// JSON is the JSON Schema (draft 07) of a kind of file, with descriptions in a language: nb, nn or en.
// Nynorsk has those of bokmål. There is no oneOf: where one of several keys says what a table is, the
// loader's own message names it better.
func (d Document) JSON(language string) []byte {
	w := writer{english: language == "en"}
	top := w.object(d.Top)
	top["$schema"] = "http://json-schema.org/draft-07/schema#"
	top["title"] = w.words(d.NB, d.EN)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(top); err != nil {
		panic("schema: " + err.Error()) // maps of texts and numbers
	}
	return b.Bytes()
}

type node = map[string]any

type writer struct{ english bool }

func (w writer) words(nb, en string) string {
	if w.english {
		return en
	}
	return nb
}

func (w writer) object(o *Object) node {
	n := node{"type": "object", "additionalProperties": false}
	properties := node{}
	var must []string
	for _, k := range o.Keys {
		if k.Name == "*" {
			n["additionalProperties"] = w.key(k)
			continue
		}
		properties[k.Name] = w.key(k)
		if k.Must {
			must = append(must, k.Name)
		}
	}
	if len(properties) > 0 {
		n["properties"] = properties
	}
	if len(must) > 0 {
		n["required"] = must
	}
	return n
}

func (w writer) key(k Key) node {
	n := w.value(k)
	n["description"] = w.words(k.NB, k.EN)
	if k.Default != nil {
		n["default"] = k.Default
	}
	if k.Example != nil {
		n["examples"] = []any{k.Example}
	}
	return n
}

// mostCount is what the loader takes at most.
const mostCount = 1_000_000_000

func (w writer) value(k Key) node {
	switch k.Kind {
	case ID:
		return node{"type": "string", "pattern": "^[a-z0-9_-]+$"}
	case Count:
		return node{"type": "integer", "minimum": 0, "maximum": mostCount}
	case Number:
		return node{"type": "number", "minimum": 0}
	case Flag:
		return node{"type": "boolean"}
	case Date:
		return node{"type": "string", "format": "date"}
	case Texts:
		return list(text(k.Words))
	case TextOrTexts:
		return node{"anyOf": []node{text(k.Words), list(text(k.Words))}}
	case Inks:
		n := list(node{"type": "integer", "minimum": 0, "maximum": 100})
		n["minItems"], n["maxItems"] = 4, 4
		return n
	case Table:
		return w.object(k.Of)
	case Tables:
		return list(w.object(k.Of))
	case WordOrTables:
		return node{"anyOf": []node{text(k.Words), list(w.object(k.Of))}}
	}
	return text(k.Words)
}

func text(words []string) node {
	n := node{"type": "string"}
	if len(words) > 0 {
		n["enum"] = words
	}
	return n
}

func list(items node) node { return node{"type": "array", "items": items} }
