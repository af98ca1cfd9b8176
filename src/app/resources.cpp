// SPDX-License-Identifier: Apache-2.0
#include "app/resources.hpp"

#include <algorithm>

#include "catalog/load_catalog.hpp"
#include "exchange/yaml.hpp"

namespace smm::app {

base::Result<catalog::Catalog> open_resources(const Content& content, const instrument::Edition& edition) {
  std::vector<base::Document> documents;
  base::Problems problems;
  for (const std::string& path : content.list("resources/")) {
    if (!path.ends_with(".yaml")) continue;
    auto document = exchange::parse_yaml(content.read(path).value_or(""), path);
    if (document)
      documents.push_back(std::move(*document));
    else
      problems.insert(problems.end(), document.problems().begin(), document.problems().end());
  }
  if (!problems.empty()) return problems;
  return catalog::load_catalog(documents, edition);
}

std::size_t AskedLinks::count(AddressState state) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(links, [&](const AskedLink& link) { return link.answer.state == state; }));
}

AskedLinks ask_links(const catalog::Catalog& catalog, const Links& links,
                     const std::function<void(std::size_t)>& progress) {
  AskedLinks asked;
  for (const catalog::Resource& resource : catalog.resources) {
    asked.links.push_back({&resource, links.ask(resource.address)});
    progress(asked.links.size());
    asked.offline = asked.links.size() == links_of_an_offline_machine &&
                    asked.count(AddressState::unreachable) == asked.links.size();
    if (asked.offline) break;
  }
  return asked;
}

}  // namespace smm::app
