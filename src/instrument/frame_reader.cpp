// SPDX-License-Identifier: Apache-2.0
#include "instrument/frame_reader.hpp"

#include <set>

#include "base/document_reader.hpp"
#include "instrument/problems.hpp"
#include "instrument/words.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

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
    problems.emplace_back(base::Problem(problem::missing_help, "\"" + std::string(key) + "\" lists nothing",
                                        reader.place(key)));
  }
}

void read_domains(DocumentReader& reader, Edition& edition, std::vector<ListedArea>& areas,
                  Problems& problems) {
  read_entries(reader, "domains", edition.domains, problems, [&](DocumentReader& fields, Domain& domain) {
    domain.label = fields.text("label");
    domain.about = fields.text("about");
    for (const std::string& area : fields.ids("areas")) {
      areas.push_back({area, edition.domains.size(), fields.place("areas")});
    }
  });
}

int within(DocumentReader& fields, std::string_view key, int low, int high, Problems& problems) {
  const auto value = fields.integer(key);
  if (value >= low && value <= high) return static_cast<int>(value);
  problems.emplace_back(
      problem::unknown_word,
      "\"" + std::string(key) + "\" goes from " + std::to_string(low) + " to " + std::to_string(high),
      fields.place(key));
  return low;
}

void read_programmes(DocumentReader& reader, Edition& edition, Problems& problems) {
  read_entries(reader, "programmes", edition.programmes, problems,
               [&](DocumentReader& fields, Programme& programme) {
                 programme.label = fields.text("label");
                 programme.short_label = fields.text("short");
                 programme.years = within(fields, "years", 1, 8, problems);
                 programme.minutes_limit = within(fields, "minutes", 1, 600, problems);
                 programme.solo = fields.flag("solo", false);
                 const std::string profession = fields.id("profession");
                 for (std::size_t i = 0; i < edition.professions.size(); ++i) {
                   if (edition.professions[i].id == profession) {
                     programme.profession = i;
                     return;
                   }
                 }
                 problems.emplace_back(problem::unknown_id, "no profession \"" + profession + "\"",
                                       fields.place("profession"));
               });
  if (edition.programmes.size() > 32) {
    problems.emplace_back(problem::too_many_options, "at most 32 programmes", reader.place("programmes"));
  }
}

template <class Entry>
void read_labelled(DocumentReader& reader, std::string_view key, std::vector<Entry>& entries,
                   Problems& problems) {
  read_entries(reader, key, entries, problems,
               [](DocumentReader& fields, Entry& entry) { entry.label = fields.text("label"); });
}

bool read_status(DocumentReader& reader, Problems& problems) {
  const std::string status = reader.text("status");
  const auto published = value_of(status_words, status);
  if (!published) {
    problems.emplace_back(problem::unknown_word,
                          "\"status\" is " + choices(status_words) + ", not \"" + status + "\"",
                          reader.place("status"));
  }
  return published.value_or(false);
}

}  // namespace

void read_frame(const Document& document, Edition& edition, std::vector<ListedArea>& areas,
                Problems& problems) {
  DocumentReader reader(document, problems);
  edition.id = reader.id("id");
  edition.title = reader.text("title");
  edition.version = reader.text("version");
  edition.published = read_status(reader, problems);
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
