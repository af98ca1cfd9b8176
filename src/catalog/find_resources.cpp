// SPDX-License-Identifier: Apache-2.0
#include "catalog/find_resources.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "catalog/every_word.hpp"

namespace smm::catalog {
namespace {

std::string searched_text(const Resource& resource) {
  return resource.title + "\n" + resource.publisher + "\n" + resource.summary;
}

bool is_about_domain(const Resource& resource, const instrument::Edition& edition, std::size_t domain) {
  return std::ranges::any_of(resource.areas,
                             [&](std::size_t area) { return edition.sections[area].domain == domain; });
}

// What is kept up to date counts as newest, what has no year as oldest.
int recency(const Published& published) {
  if (published.year) return *published.year;
  return published.continues ? std::numeric_limits<int>::max() : 0;
}

// The smaller, the better.
auto rank(const Resource& resource, std::size_t area) {
  return std::tuple(resource.for_all, resource.areas.front() != area, resource.basis, resource.areas.size(),
                    -recency(resource.published), std::string_view(resource.id));
}

void sort_for(std::vector<const Resource*>& found, std::size_t area) {
  std::ranges::sort(found, {}, [&](const Resource* resource) { return rank(*resource, area); });
}

}  // namespace

std::vector<const Resource*> resources_for(const Catalog& catalog, std::size_t area, std::size_t profession) {
  std::vector<const Resource*> found;
  for (const Resource& resource : catalog.resources)
    if (resource.is_about(area) && resource.is_for(profession)) found.push_back(&resource);
  sort_for(found, area);
  return found;
}

std::vector<const Resource*> find_resources(const Catalog& catalog, const instrument::Edition& edition,
                                            const ResourceSearch& search) {
  std::vector<const Resource*> found;
  for (const Resource& resource : catalog.resources) {
    if (search.area && !resource.is_about(*search.area)) continue;
    if (search.profession && !resource.is_for(*search.profession)) continue;
    if (search.domain && !is_about_domain(resource, edition, *search.domain)) continue;
    if (search.kind && resource.kind != *search.kind) continue;
    if (has_every_word(searched_text(resource), search.words)) found.push_back(&resource);
  }
  if (search.area && search.profession) sort_for(found, *search.area);
  return found;
}

std::vector<Shortfall> shortfalls(const Catalog& catalog, const instrument::Edition& edition) {
  std::vector<Shortfall> all;
  for (std::size_t area = 0; area < edition.sections.size(); ++area) {
    if (edition.sections[area].kind != instrument::SectionKind::area) continue;
    for (std::size_t profession = 0; profession < edition.professions.size(); ++profession) {
      const std::size_t found = resources_for(catalog, area, profession).size();
      if (found < wanted_resources) all.push_back({area, profession, found});
    }
  }
  return all;
}

}  // namespace smm::catalog
