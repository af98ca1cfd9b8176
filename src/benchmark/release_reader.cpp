// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "base/document_reader.hpp"
#include "benchmark/gate.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/release_json.hpp"
#include "benchmark/release_rows.hpp"
#include "benchmark/release_words.hpp"
#include "exchange/json.hpp"

namespace smm::benchmark {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

void damaged(const base::Place& place, std::string what, Problems& problems) {
  problems.emplace_back(problem::release_damaged, std::move(what), place);
}

std::vector<std::string> texts_in(const Document& document, Problems& problems) {
  std::vector<std::string> texts;
  if (document.list() == nullptr) {
    damaged(document.place, "a list of texts is needed here", problems);
    return texts;
  }
  for (const Document& element : *document.list()) {
    if (element.scalar() != nullptr)
      texts.push_back(element.scalar()->text);
    else
      damaged(element.place, "a text is needed here", problems);
  }
  return texts;
}

std::vector<std::string> texts_at(DocumentReader& reader, std::string_view key, Problems& problems) {
  const Document* found = reader.child(key);
  if (found != nullptr) return texts_in(*found, problems);
  damaged(reader.place(key), "there is no \"" + std::string(key) + "\"", problems);
  return {};
}

template <class Row>
std::vector<Row> rows_at(DocumentReader& reader, std::string_view key, Problems& problems) {
  std::vector<Row> rows;
  for (const Document& element : reader.list(key)) {
    Row row;
    if (!read_cells(texts_in(element, problems), row))
      damaged(element.place, "this is no row of \"" + std::string(key) + "\"", problems);
    rows.push_back(std::move(row));
  }
  return rows;
}

void read_professions(DocumentReader& reader, Outline& outline, Problems& problems) {
  std::map<std::string, std::size_t> profession_of;
  for (const Document& element : reader.list("professions_of_edition")) {
    DocumentReader profession(element, problems);
    outline.professions.push_back(profession.text("id"));
    for (const std::string& programme : texts_at(profession, "programmes", problems))
      profession_of[programme] = outline.professions.size() - 1;
  }
  for (const std::string& programme : texts_at(reader, "programmes", problems))
    outline.programmes.push_back({programme, profession_of[programme]});
}

Outline read_outline(DocumentReader& reader, Problems& problems) {
  Outline outline;
  outline.edition = reader.text("edition");
  read_professions(reader, outline, problems);
  for (const Document& element : reader.list("domains")) {
    DocumentReader domain(element, problems);
    OutlineDomain& added = outline.domains.emplace_back(OutlineDomain{domain.text("id"), {}});
    for (const std::string& area : texts_at(domain, "areas", problems)) {
      added.areas.push_back(outline.areas.size());
      outline.areas.push_back(area);
    }
  }
  return outline;
}

ProfessionState read_state(DocumentReader& reader, Problems& problems) {
  const std::string text = reader.text("state");
  for (const auto& [state, word] : profession_state_words)
    if (word == text) return state;
  damaged(reader.place("state"), "\"" + text + "\" is no state of a profession", problems);
  return ProfessionState::too_few;
}

ProfessionRelease read_profession(const Document& document, Problems& problems) {
  DocumentReader reader(document, problems);
  ProfessionRelease profession;
  profession.id = reader.text("id");
  profession.state = read_state(reader, problems);
  profession.k = static_cast<int>(reader.integer("k"));
  profession.fewest_scored = static_cast<int>(reader.integer("fewest_scored"));
  profession.width = reader.number("width");
  profession.walls = texts_at(reader, "walls", problems);
  profession.fallen = rows_at<FallenArea>(reader, "fallen", problems);
  profession.table = rows_at<BinRow>(reader, "table", problems);
  profession.norms = rows_at<NormRow>(reader, "norms", problems);
  profession.spread_of = reader.optional_text("spread_of").value_or("");
  profession.spread = rows_at<SpreadRow>(reader, "spread", problems);
  profession.items_of = reader.optional_text("items_of").value_or("");
  profession.items = rows_at<ItemRow>(reader, "items", problems);
  return profession;
}

ReleaseContent read_content(const Document& document, Problems& problems) {
  DocumentReader reader(document, problems);
  ReleaseContent content;
  if (reader.text("format") != release_format)
    damaged(reader.place("format"), "this is no release of format " + std::string(release_format), problems);
  content.outline = read_outline(reader, problems);
  content.previous = texts_at(reader, "previous", problems);
  content.frame = rows_at<PlacedRow>(reader, "frame", problems);
  for (const Document& element : reader.list("professions"))
    content.professions.push_back(read_profession(element, problems));
  content.all_participants = rows_at<NormRow>(reader, "all_participants", problems);
  content.sha256 = reader.text("sha256");
  return content;
}

// What later code relies on: programs and professions are known.
void check_names(const ReleaseContent& content, const base::Place& place, Problems& problems) {
  for (const PlacedRow& placed : content.frame) {
    if (!content.outline.programme(placed.row.programme))
      damaged(place, "the outline has no program \"" + placed.row.programme + "\"", problems);
  }
  for (std::size_t p = 0; p < content.outline.professions.size(); ++p) {
    if (p >= content.professions.size() || content.professions[p].id != content.outline.professions[p])
      damaged(place, "the professions are not those of the edition", problems);
  }
}

}  // namespace

base::Result<Release> read_release(const std::string& bytes, const std::string& source) {
  const auto document = exchange::parse_json(bytes, source);
  if (!document) return document.problems();
  Problems problems;
  ReleaseContent content = read_content(*document, problems);
  const base::Place place{source, 0, 0};
  if (problems.empty()) check_names(content, place, problems);
  if (problems.empty() && content_hash(content) != content.sha256)
    damaged(place, "its content does not have the hash that it names; it was changed after it was written",
            problems);
  if (problems.empty() && content_json(content) != bytes)
    damaged(place, "it is not written in the canonical form", problems);
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return Gate::pass(std::move(content));
}

}  // namespace smm::benchmark
