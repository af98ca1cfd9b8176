// SPDX-License-Identifier: Apache-2.0
#include "catalog/move_drafts.hpp"

#include <algorithm>

#include "base/document_reader.hpp"
#include "catalog/problems.hpp"
#include "instrument/problems.hpp"

namespace smm::catalog {
namespace {

bool stands_once(const std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  return at != std::string::npos && text.find(part, at + part.size()) == std::string::npos;
}

void read_draft(const base::Document& document, const instrument::Edition& edition, MoveDrafts& drafts,
                base::Problems& problems) {
  base::DocumentReader fields(document, problems);
  const std::string item = fields.id("item");
  std::string text = fields.text("text");
  const bool known = std::ranges::any_of(edition.items, [&](const auto& each) { return each.id == item; });
  if (!item.empty() && !known)
    problems.emplace_back(instrument::problem::unknown_id, "no question \"" + item + "\" in " + edition.id,
                          fields.place("item"));
  for (const char* part : {"{school}", "{next}"})
    if (!text.empty() && !stands_once(text, part))
      problems.emplace_back(problem::move_draft, std::string(part) + " does not stand in the text once",
                            fields.place("text"));
  fields.finish();
  if (!drafts.try_emplace(item, std::move(text)).second)
    problems.emplace_back(problem::move_draft, "there are two drafts for \"" + item + "\"",
                          fields.place("item"));
}

}  // namespace

base::Result<MoveDrafts> read_move_drafts(const base::Document& document,
                                          const instrument::Edition& edition) {
  base::Problems problems;
  MoveDrafts drafts;
  base::DocumentReader fields(document, problems);
  const std::string named = fields.id("edition");
  if (!named.empty() && named != edition.id)
    problems.emplace_back(problem::move_draft, "the drafts are for " + named + ", not for " + edition.id,
                          fields.place("edition"));
  for (const base::Document& draft : fields.list("drafts")) read_draft(draft, edition, drafts, problems);
  fields.finish();
  if (!problems.empty()) return problems;
  return drafts;
}

}  // namespace smm::catalog
