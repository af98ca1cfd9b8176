// SPDX-License-Identifier: Apache-2.0
#include "instrument/frame_reader.hpp"

#include <set>

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "instrument/item_reader.hpp"
#include "instrument/problems.hpp"
#include "instrument/read_word.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

constexpr std::size_t most_programmes = 32;

// Reads each entry of a list with `read`, and reports ids that stand twice.
template <class Entry, class Read>
void read_entries(DocumentReader& reader, std::string_view key, std::vector<Entry>& entries,
                  Problems& problems, Read read) {
  std::set<std::string, std::less<>> seen;
  for (const Document& document : reader.list(key)) {
    DocumentReader fields(document, problems);
    Entry entry;
    entry.id = fields.id("id");
    if (!seen.insert(entry.id).second && !entry.id.empty()) {
      problems.emplace_back(problem::duplicate_id, "\"" + entry.id + "\" stands twice in " + std::string(key),
                            document.place);
    }
    read(fields, entry);
    fields.finish();
    entries.push_back(std::move(entry));
  }
  if (entries.empty()) {
    problems.emplace_back(base::problem::missing_field, "\"" + std::string(key) + "\" lists nothing",
                          reader.place(key));
  }
}

void read_domains(DocumentReader& reader, Edition& edition, std::vector<ListedArea>& areas,
                  Problems& problems) {
  read_entries(reader, "domains", edition.domains, problems, [&](DocumentReader& fields, Domain& domain) {
    domain.label = fields.text("label");
    domain.about = fields.text("about");
    for (PlacedId& area : read_placed_ids(fields, "areas"))
      areas.push_back({std::move(area.id), edition.domains.size(), std::move(area.place)});
  });
}

void read_profession(DocumentReader& fields, const Edition& edition, Programme& programme,
                     Problems& problems) {
  const std::string profession = fields.id("profession");
  for (std::size_t i = 0; i < edition.professions.size(); ++i) {
    if (edition.professions[i].id != profession) continue;
    programme.profession = i;
    return;
  }
  if (profession.empty()) return;
  problems.emplace_back(problem::unknown_id, "no profession \"" + profession + "\"",
                        fields.place("profession"));
}

int needed_within(DocumentReader& fields, std::string_view key, int low, int high, Problems& problems) {
  if (!fields.has(key)) fields.integer(key);
  return read_within(fields, key, low, high, problems).value_or(low);
}

void read_programmes(DocumentReader& reader, Edition& edition, Problems& problems) {
  read_entries(reader, "programmes", edition.programmes, problems,
               [&](DocumentReader& fields, Programme& programme) {
                 programme.label = fields.text("label");
                 programme.short_label = fields.text("short");
                 programme.years = needed_within(fields, "years", 1, 8, problems);
                 programme.minutes_limit = needed_within(fields, "minutes", 1, 600, problems);
                 programme.solo = fields.flag("solo", false);
                 programme.place = fields.place("id");
                 read_profession(fields, edition, programme, problems);
               });
  if (edition.programmes.size() > most_programmes) {
    problems.emplace_back(problem::too_many_options, "an edition has at most 32 programs",
                          reader.place("programmes"));
    edition.programmes.resize(most_programmes);  // ProgrammeSet has no bits for more
  }
}

template <class Entry>
void read_labelled(DocumentReader& reader, std::string_view key, std::vector<Entry>& entries,
                   Problems& problems) {
  read_entries(reader, key, entries, problems,
               [](DocumentReader& fields, Entry& entry) { entry.label = fields.text("label"); });
}

}  // namespace

void read_frame(const Document& document, Edition& edition, std::vector<ListedArea>& areas,
                Problems& problems) {
  DocumentReader reader(document, problems);
  edition.id = reader.id("id");
  edition.title = reader.text("title");
  edition.version = reader.text("version");
  edition.published = read_word(reader, "status", status_words, false, problems);
  edition.language = reader.text("language");
  edition.license = reader.text("license");
  edition.about = reader.text("about");
  read_domains(reader, edition, areas, problems);
  read_labelled(reader, "professions", edition.professions, problems);
  read_programmes(reader, edition, problems);
  read_labelled(reader, "offices", edition.offices, problems);
  read_labelled(reader, "periods", edition.periods, problems);
  reader.finish();
}

void read_glossary(const Document& document, Edition& edition, Problems& problems) {
  DocumentReader reader(document, problems);
  read_entries(reader, "terms", edition.terms, problems, [](DocumentReader& fields, Term& term) {
    term.term = fields.text("term");
    term.definition = fields.text("definition");
  });
  reader.finish();
}

}  // namespace smm::instrument
