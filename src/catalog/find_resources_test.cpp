// SPDX-License-Identifier: Apache-2.0
#include "catalog/find_resources.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace smm::catalog {
namespace {

// Areas at 1 and 2 in domain 0, at 3 in domain 1; 0 is no area. Professions 0 and 1.
instrument::Edition small_edition() {
  instrument::Edition edition;
  edition.domains.resize(2);
  edition.professions = {{"medicine", "Medicine"}, {"nursing", "Nursing"}};
  edition.sections.resize(4);
  edition.sections[0].kind = instrument::SectionKind::about;
  edition.sections[3].domain = 1;
  return edition;
}

Resource plain_resource(std::string id) {
  Resource resource;
  resource.id = std::move(id);
  resource.title = "Wells";
  resource.publisher = "River County";
  resource.summary = "How to dig one. For farmers.";
  resource.areas = {1};
  resource.professions = {0};
  resource.published = {2020, false};
  resource.basis = Basis::seen;
  return resource;
}

std::string ids_of(const std::vector<const Resource*>& found) {
  std::string ids;
  for (const Resource* resource : found) ids += resource->id + " ";
  return ids;
}

// Each of the changes makes B worse than A or better, by one rule of the order.
TEST(FindResources, RankByTheStatedOrder) {
  struct Rule {
    std::string name;
    std::function<void(Resource&)> change;
    std::string order;
  };
  const auto for_all = [](Resource& each) {
    each.for_all = true;
    each.professions = {0, 1};
  };
  const std::vector<Rule> rules = {
      {"the profession's own first", for_all, "A B "},
      {"mainly about the area first",
       [](Resource& each) {
         each.areas = {2, 1};
       },
       "A B "},
      {"seen first", [](Resource& each) { each.basis = Basis::recalled; }, "A B "},
      {"fewer areas first",
       [](Resource& each) {
         each.areas = {1, 2};
       },
       "A B "},
      {"newer first", [](Resource& each) { each.published.year = 2021; }, "B A "},
      {"kept up to date is newest",
       [](Resource& each) {
         each.published = {std::nullopt, true};
       },
       "B A "},
      {"undated is oldest", [](Resource& each) { each.published = {}; }, "A B "},
      {"by id", [](Resource&) {}, "A B "}};
  for (const Rule& rule : rules) {
    Catalog catalog{{plain_resource("A"), plain_resource("B")}};
    rule.change(catalog.resources[1]);
    EXPECT_EQ(ids_of(resources_for(catalog, 1, 0)), rule.order) << rule.name;
  }
}

TEST(FindResources, EarlierRulesOutweighLaterOnes) {
  Resource general = plain_resource("A");
  general.for_all = true;
  general.published.year = 2025;
  Resource own = plain_resource("B");
  own.areas = {2, 1, 3};
  own.basis = Basis::recalled;
  EXPECT_EQ(ids_of(resources_for({{general, own}}, 1, 0)), "B A ");
}

TEST(FindResources, OnlyThoseOfTheAreaAndTheProfession) {
  Resource other_area = plain_resource("B");
  other_area.areas = {2};
  Resource other_profession = plain_resource("C");
  other_profession.professions = {1};
  const Catalog catalog{{plain_resource("A"), other_area, other_profession}};
  EXPECT_EQ(ids_of(resources_for(catalog, 1, 0)), "A ");
  EXPECT_EQ(ids_of(resources_for(catalog, 1, 1)), "C ");
  EXPECT_EQ(ids_of(resources_for(catalog, 3, 0)), "");
}

TEST(FindResources, SearchTakesWhatIsAskedAndNothingElse) {
  Resource tool = plain_resource("B");
  tool.kind = Kind::tool;
  tool.areas = {3};
  tool.title = "Pumps and WELLS";
  const Catalog catalog{{plain_resource("A"), tool}};
  const auto edition = small_edition();
  const auto found = [&](const ResourceSearch& search) {
    return ids_of(find_resources(catalog, edition, search));
  };
  EXPECT_EQ(found({}), "A B ");
  EXPECT_EQ(found({.kind = Kind::tool}), "B ");
  EXPECT_EQ(found({.domain = 1}), "B ");
  EXPECT_EQ(found({.area = 1}), "A ");
  EXPECT_EQ(found({.words = "wells river"}), "A B ");
  EXPECT_EQ(found({.words = " pumps\tfarmers "}), "B ");
  EXPECT_EQ(found({.words = "pumps and ponds"}), "");
  EXPECT_EQ(found({.area = 1, .words = "pumps"}), "");
}

TEST(FindResources, TellWhereThereAreTooFew) {
  Catalog catalog;
  for (std::size_t i = 0; i < wanted_resources; ++i) {
    catalog.resources.push_back(plain_resource("A" + std::to_string(i)));
    catalog.resources.back().areas = {1, 2, 3};
  }
  catalog.resources.back().areas = {1, 2};
  const auto few = shortfalls(catalog, small_edition());
  std::string words;
  for (const Shortfall& each : few)
    words += std::to_string(each.area) + "/" + std::to_string(each.profession) + ":" +
             std::to_string(each.found) + " ";
  EXPECT_EQ(words, "1/1:0 2/1:0 3/0:5 3/1:0 ");
}

}  // namespace
}  // namespace smm::catalog
