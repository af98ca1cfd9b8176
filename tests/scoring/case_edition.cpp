// SPDX-License-Identifier: Apache-2.0
#include "case_edition.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace smm::test {
namespace {

using base::Document;
using base::Place;

Document text(const Place& place, std::string words) {
  return Document(place, base::Scalar{std::move(words), true});
}

// A map that grows key by key.
class MapWriter {
 public:
  explicit MapWriter(Place place) : place_(std::move(place)) {}

  MapWriter& add(const std::string& key, Document value) {
    map_.push_back({key, place_, std::move(value)});
    return *this;
  }
  MapWriter& add(const std::string& key, const std::string& words) { return add(key, text(place_, words)); }
  // The usual words of a field that must say something.
  MapWriter& say(std::initializer_list<const char*> keys) {
    for (const char* key : keys) add(key, std::string("Filled in for the case."));
    return *this;
  }
  Document done() { return Document(place_, std::move(map_)); }

 private:
  Place place_;
  base::Map map_;
};

Document list_of_texts(const Place& place, const std::vector<std::string>& words) {
  base::List list;
  for (const std::string& word : words) list.push_back(text(place, word));
  return Document(place, std::move(list));
}

[[noreturn]] void refuse(const Place& place, const std::string& why) {
  throw std::runtime_error(to_string(place) + ": " + why);
}

// "full=10" → full, 10; "exempt=leaves"; "plain".
struct OptionNote {
  std::string id;
  std::string note;
};

OptionNote option_note(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return {word, ""};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

Document option_document(const Place& place, const std::string& word, bool with_id) {
  const OptionNote option = with_id ? option_note(word) : OptionNote{"", word};
  MapWriter map(place);
  if (with_id) map.add("id", option.id);
  map.say({"label"});
  if (option.note == "leaves" || option.note == "exclusive") {
    map.add(option.note, "yes");
  } else if (!option.note.empty() && option.note != "0") {
    map.add("points", option.note).say({"reason"});
  }
  return map.done();
}

Document option_list(const Place& place, const std::string& words, bool with_ids = true) {
  base::List list;
  for (const std::string& word : words_of(words)) list.push_back(option_document(place, word, with_ids));
  return Document(place, std::move(list));
}

// "1:4 3:10", or "<=30000:4 <=15000:10" where lower is better.
Document step_list(const Place& place, const std::string& words) {
  base::List list;
  for (const std::string& word : words_of(words)) {
    const bool lower = word.starts_with("<=");
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos) refuse(place, "a step is written threshold:points, not " + word);
    MapWriter map(place);
    map.add(lower ? "at_most" : "at_least", word.substr(lower ? 2 : 0, colon - (lower ? 2 : 0)));
    list.push_back(map.add("points", word.substr(colon + 1)).say({"reason"}).done());
  }
  return Document(place, std::move(list));
}

bool is_number_type(const std::string& type) {
  return type == "count" || type == "share" || type == "ratio" || type == "two_shares" || type == "money";
}

// One row of the table of items.
class ItemWriter {
 public:
  ItemWriter(const CaseFile& file, const CaseRow& row)
      : file_(file), row_(row), place_{file.path, row.line, 0}, map_(place_), type_(cell("type")) {}

  Document write() {
    map_.add("id", cell("id")).add("type", type_);
    write_standing();
    map_.say({"question", "why", "definitions", "example", "reported", "evidence"});
    write_shape();
    if (!cell("ask_if").empty()) map_.add("ask_if", cell("ask_if"));
    write_variants();
    return map_.done();
  }

 private:
  std::string cell(std::string_view column, std::string_view otherwise = "") const {
    return file_.items.cell(row_, column, otherwise);
  }

  bool scored() const {
    const std::string area = cell("area");
    return area != "about" && area != "module" && cell("scored", "yes") != "no";
  }

  void write_standing() {
    const std::string programmes = cell("programmes", "all");
    programmes == "all" ? map_.add("programmes", programmes)
                        : map_.add("programmes", list_of_texts(place_, words_of(programmes)));
    map_.add("answered", cell("shared", "no") == "yes" ? "shared" : "per_programme");
    map_.add("unit", "school").add("office", "office").add("period", "now");
    map_.add("timing", "carried_forward").add("kind", scored() ? "process" : "context");
    if (!cell("scored").empty()) map_.add("scored", cell("scored"));
    if (scored()) map_.add("lever", "dean").add("effort", "term");
  }

  void write_options() {
    if (type_ == "yes_no")
      map_.add("options", option_list(place_, cell("options", scored() ? "yes=10 no" : "yes no")));
    if (type_ == "one_of" || type_ == "any_of") map_.add("options", option_list(place_, cell("options")));
    if (type_ == "year_grid") map_.add("topics", option_list(place_, cell("options")));
    if (type_ == "phase") map_.add("phases", option_list(place_, cell("options", "0 3 7 10"), false));
  }

  void write_quantities() {
    if (type_ == "two_shares") {
      for (const char* key : {"own", "comparator"})
        map_.add(key, MapWriter(place_).say({"numerator", "denominator"}).done());
      map_.add("compare", cell("compare", "difference"));
    } else if (is_number_type(type_)) {
      map_.say({"numerator"});
      if (type_ == "share" || type_ == "ratio") map_.say({"denominator"});
    }
  }

  void write_shape() {
    write_options();
    write_quantities();
    const std::string steps = cell("steps");
    if (is_number_type(type_)) map_.add("direction", steps.starts_with("<=") ? "lower" : "higher");
    if (!steps.empty()) map_.add("steps", step_list(place_, steps));
    for (const char* key : {"maximum", "max_length"}) {
      if (!cell(key).empty()) map_.add(key, cell(key));
    }
  }

  // A column steps@PROGRAM: other steps for that program.
  void write_variants() {
    base::List variants;
    for (const std::string& column : file_.items.columns) {
      if (!column.starts_with("steps@") || cell(column).empty()) continue;
      MapWriter variant(place_);
      variant.add("programmes", list_of_texts(place_, {column.substr(std::string_view("steps@").size())}));
      variants.push_back(variant.add("steps", step_list(place_, cell(column))).done());
    }
    if (!variants.empty()) map_.add("variants", Document(place_, std::move(variants)));
  }

  const CaseFile& file_;
  const CaseRow& row_;
  Place place_;
  MapWriter map_;
  std::string type_;
};

struct CaseProgramme {
  std::string id;
  std::string profession;
  std::string years;
};

std::vector<CaseProgramme> programmes_of(const CaseFile& file) {
  std::vector<CaseProgramme> programmes;
  for (const CaseRow& row : file.programmes.rows) {
    const std::string id = file.programmes.cell(row, "id");
    programmes.push_back(
        {id, file.programmes.cell(row, "profession", id), file.programmes.cell(row, "years", "4")});
  }
  if (programmes.empty()) programmes.push_back({"p", "p", "4"});
  return programmes;
}

// Sections in the order in which the items name them.
std::vector<std::string> sections_of(const CaseFile& file) {
  std::vector<std::string> sections;
  for (const CaseRow& row : file.items.rows) {
    const std::string area = file.items.cell(row, "area", "a");
    if (std::find(sections.begin(), sections.end(), area) == sections.end()) sections.push_back(area);
  }
  return sections;
}

Document domains_of(const CaseFile& file, const Place& place) {
  std::map<std::string, std::string> domain_of;
  for (const CaseRow& row : file.areas.rows)
    domain_of[file.areas.cell(row, "id")] = file.areas.cell(row, "domain", "d");
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::string>> areas;
  for (const std::string& section : sections_of(file)) {
    if (section == "about" || section == "module") continue;
    const auto known = domain_of.find(section);
    const std::string domain = known == domain_of.end() ? "d" : known->second;
    if (areas[domain].empty()) order.push_back(domain);
    areas[domain].push_back(section);
  }
  base::List list;
  for (const std::string& domain : order) {
    MapWriter map(place);
    map.add("id", domain).say({"label", "about"}).add("areas", list_of_texts(place, areas[domain]));
    list.push_back(map.done());
  }
  return Document(place, std::move(list));
}

Document labelled(const Place& place, const std::set<std::string>& ids) {
  base::List list;
  for (const std::string& id : ids) list.push_back(MapWriter(place).add("id", id).say({"label"}).done());
  return Document(place, std::move(list));
}

Document frame_of(const CaseFile& file, const Place& place) {
  base::List programmes;
  std::set<std::string> professions;
  for (const CaseProgramme& programme : programmes_of(file)) {
    professions.insert(programme.profession);
    MapWriter map(place);
    map.add("id", programme.id).say({"label", "short"}).add("profession", programme.profession);
    programmes.push_back(map.add("years", programme.years).add("minutes", "600").done());
  }
  MapWriter map(place);
  map.add("id", "case")
      .say({"title", "version"})
      .add("status", "draft")
      .say({"language", "license", "about"});
  map.add("domains", domains_of(file, place)).add("professions", labelled(place, professions));
  map.add("programmes", Document(place, std::move(programmes)));
  return map.add("offices", labelled(place, {"office"})).add("periods", labelled(place, {"now"})).done();
}

Document glossary(const Place& place) {
  base::List terms;
  terms.push_back(MapWriter(place).add("id", "term").say({"term", "definition"}).done());
  return MapWriter(place).add("terms", Document(place, std::move(terms))).done();
}

Document section_document(const CaseFile& file, const std::string& key, const std::string& id,
                          const Place& place) {
  base::List items;
  for (const CaseRow& row : file.items.rows) {
    if (file.items.cell(row, "area", "a") == id) items.push_back(ItemWriter(file, row).write());
  }
  MapWriter map(place);
  map.add(key, id).say({"label", "intro"});
  return map.add("items", Document(place, std::move(items))).done();
}

}  // namespace

base::Result<instrument::Edition> case_edition(const CaseFile& file) {
  const Place place{file.path, 0, 0};
  instrument::EditionSource source;
  source.folder = file.path;
  source.files.push_back({"edition.yaml", "", frame_of(file, place)});
  source.files.push_back({"glossary.yaml", "", glossary(place)});
  source.files.push_back({"about.yaml", "", section_document(file, "section", "about", place)});
  for (const std::string& section : sections_of(file)) {
    if (section == "about") continue;
    const bool module = section == "module";
    const std::string path = (module ? "modules/" : "areas/") + section + ".yaml";
    source.files.push_back({path, "", section_document(file, module ? "module" : "area", section, place)});
  }
  return instrument::load_edition(source);
}

std::string usual_programme(const CaseFile& file) {
  return programmes_of(file).front().id;
}

}  // namespace smm::test
