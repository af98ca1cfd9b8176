// SPDX-License-Identifier: Apache-2.0
#include "app/linking/explained_links.hpp"

#include "base/document_reader.hpp"
#include "exchange/json.hpp"

namespace smm::app::linking {
namespace {

ExplainedLink explained_link(const base::Document& document, base::Problems& problems) {
  base::DocumentReader reader(document, problems);
  ExplainedLink link;
  link.graduate_id = reader.text("graduate_id");
  link.state = reader.text("state");
  link.none = reader.number("not_in_registry");
  for (const base::Document& entry : reader.list("candidates")) {
    base::DocumentReader candidate(entry, problems);
    link.candidates.push_back({candidate.text("npi"), candidate.number("probability"), {}});
    for (const base::Document& each : candidate.list("fields")) {
      base::DocumentReader field(each, problems);
      link.candidates.back().fields.push_back(
          {field.text("field"), field.text("level"), field.number("weight")});
    }
  }
  return link;
}

}  // namespace

base::Result<std::vector<ExplainedLink>> read_explained_links(const Files& files, const std::string& path) {
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  std::vector<ExplainedLink> links;
  base::Problems problems;
  int line = 0;
  for (std::size_t begin = 0; begin < bytes->size() && problems.size() < 100;) {
    const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
    ++line;
    auto document = exchange::parse_json(std::string_view(*bytes).substr(begin, end - begin), path);
    if (document) {
      links.push_back(explained_link(*document, problems));
    } else {
      base::Problem problem = document.problems().front();
      problem.place.line = line;
      problems.push_back(problem);
    }
    begin = end + 1;
  }
  if (!problems.empty()) return problems;
  return links;
}

}  // namespace smm::app::linking
