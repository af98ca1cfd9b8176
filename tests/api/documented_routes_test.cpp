// SPDX-License-Identifier: Apache-2.0
// docs/reference/rights.md, docs/reference/routes.md and GET /openapi.json are made from the table of rights
// and the table of endpoints. SMM_APPROVE=1 (./dev approve) writes the two pages anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "browser_under_test.hpp"
#include "exchange/json.hpp"

namespace smm::web {
namespace {

std::string text_in(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The page's own words, up to the line after which the table is made.
void expect_page(const std::string& path, const std::string& table) {
  const std::string marker = "<!-- table: written by ./dev approve -->\n";
  const std::string text = text_in(path);
  const std::size_t begin = text.find(marker);
  ASSERT_NE(begin, std::string::npos) << path << " has no line " << marker;
  const std::string wanted = text.substr(0, begin) + marker + table;
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(path, std::ios::binary) << wanted;
  EXPECT_EQ(text_in(path), wanted) << "./dev approve writes the table anew";
}

template <class Roles, class Held>
std::string row_of_marks(const Roles& roles, const Held& held) {
  std::string row;
  for (const auto role : roles) row += std::ranges::find(held, role) != held.end() ? " yes |" : " |";
  return row;
}

std::string rights_as_table() {
  std::string table = "| right |";
  std::string rule = "|---|";
  const auto add_column = [&](const auto role) {
    std::string name(to_string(role));
    std::ranges::replace(name, '_', ' ');
    table += " " + name + " |";
    rule += "---|";
  };
  for (const auto role : assessment::school_roles) add_column(role);
  for (const auto role : assessment::office_roles) add_column(role);
  table += "\n" + rule + "\n";
  for (const auto& row : assessment::rights_table())
    table += "| `" + std::string(row.name) + "` |" +
             row_of_marks(assessment::school_roles, row.school_roles) +
             row_of_marks(assessment::office_roles, row.office_roles) + "\n";
  return table;
}

TEST(DocumentedRights, AreThoseOfTheTable) {
  expect_page("docs/reference/rights.md", rights_as_table());
}

std::string door_words(const Access& access) {
  std::string words;
  for (const auto right : access.rights)
    words += (words.empty() ? "`" : " or `") + std::string(to_string(right)) + "`";
  if (access.door == Door::anyone) words = "anyone";
  if (access.door == Door::signed_in) words = "signed in";
  if (access.door == Door::office) words = "office: " + words;
  if (access.door == Door::school) words = "school: " + words;
  return access.confirmed ? words + ", confirmed" : words;
}

class DocumentedRoutes : public testing::Test {
 protected:
  std::unique_ptr<test::InstallationUnderTest> house_ = test::InstallationUnderTest::on_sqlite();
  ServiceUnderTest service_{*house_};
};

TEST_F(DocumentedRoutes, AreThoseOfTheEndpoints) {
  std::vector<std::string> rows;
  for (const Endpoint& endpoint : service_.endpoints)
    rows.push_back("| " + std::string(name_of(endpoint.method)) + " | `" + endpoint.pattern + "` | `" +
                   endpoint.name + "` | " + door_words(endpoint.access) + " |\n");
  std::ranges::sort(rows, {}, [](const std::string& row) { return row.substr(row.find('`')); });
  std::string table = "| method | path | name | who |\n|---|---|---|---|\n";
  for (const std::string& row : rows) table += row;
  expect_page("docs/reference/routes.md", table);
}

TEST_F(DocumentedRoutes, HaveNamesOfTheirOwn) {
  std::set<std::string> names;
  for (const Endpoint& endpoint : service_.endpoints) {
    EXPECT_TRUE(names.insert(endpoint.name).second) << endpoint.name;
    EXPECT_TRUE(std::regex_match(endpoint.name, std::regex("[a-z][a-z_]*"))) << endpoint.name;
  }
}

// ---- openapi.json

class OpenApi : public DocumentedRoutes {
 protected:
  OpenApi() {
    BrowserUnderTest browser(service_);
    const Shown shown = browser.get("/openapi.json");
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.headers.value("Content-Type"), "application/json; charset=utf-8");
    auto parsed = exchange::parse_json(shown.body, "openapi.json");
    EXPECT_TRUE(parsed);
    document_ = std::move(*parsed);
  }

  // "components/responses/Refused"; null when it leads nowhere.
  const base::Document* at(std::string_view path) const {
    const base::Document* here = &document_;
    while (here != nullptr && !path.empty()) {
      const std::size_t slash = std::min(path.find('/'), path.size());
      here = here->find(path.substr(0, slash));
      path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return here;
  }

  static std::string text(const base::Document* document) {
    return document != nullptr && document->scalar() != nullptr ? document->scalar()->text : "";
  }

  void every_reference_leads_somewhere(const base::Document& from) const {
    if (const base::List* list = from.list()) {
      for (const base::Document& each : *list) every_reference_leads_somewhere(each);
    }
    if (from.map() == nullptr) return;
    for (const base::MapEntry& entry : *from.map()) {
      if (entry.key == "$ref") {
        const std::string to = text(&entry.value);
        ASSERT_TRUE(to.starts_with("#/")) << to;
        EXPECT_NE(at(to.substr(2)), nullptr) << to;
        EXPECT_EQ(from.map()->size(), 1U) << to;
      }
      every_reference_leads_somewhere(entry.value);
    }
  }

  base::Document document_;
};

TEST_F(OpenApi, SaysWhatItIs) {
  EXPECT_EQ(text(at("openapi")), "3.1.0");
  EXPECT_EQ(text(at("info/version")), "test");
  EXPECT_FALSE(text(at("info/title")).empty());
  EXPECT_EQ(text(at("info/license/identifier")), "Apache-2.0");
  EXPECT_EQ(text(at("components/securitySchemes/session/in")), "cookie");
  EXPECT_EQ(text(at("components/securitySchemes/session/name")), "__Host-smm");
  every_reference_leads_somewhere(document_);
}

// Not by at(): paths hold slashes.
const base::Document* operation(const base::Document& document, const Endpoint& endpoint) {
  const std::string path = std::regex_replace(endpoint.pattern, std::regex(":[a-z]+\\}"), "}");
  const base::Document* found = document.find("paths")->find(path);
  return found == nullptr ? nullptr : found->find(endpoint.method == http::Method::post ? "post" : "get");
}

TEST_F(OpenApi, DescribesEveryEndpointAndNoOther) {
  std::size_t operations = 0;
  for (const base::MapEntry& path : *at("paths")->map())
    operations += path.value.map()->size() - (path.value.find("parameters") == nullptr ? 0 : 1);
  EXPECT_EQ(operations, service_.endpoints.size());
  for (const Endpoint& endpoint : service_.endpoints) {
    const base::Document* described = operation(document_, endpoint);
    ASSERT_NE(described, nullptr) << endpoint.pattern;
    EXPECT_EQ(text(described->find("operationId")), endpoint.name);
    EXPECT_EQ(described->find("security")->list()->empty(), endpoint.access.door == Door::anyone);
    EXPECT_EQ(described->find("requestBody") != nullptr, endpoint.method == http::Method::post);
    const base::Document* responses = described->find("responses");
    for (const char* status : {"401", "403"})
      EXPECT_TRUE(endpoint.access.door == Door::anyone || responses->find(status) != nullptr)
          << endpoint.name;
  }
}

// The parameters of a path are those in its braces.
TEST_F(OpenApi, NamesTheParametersOfEachPath) {
  const std::regex braces("\\{([^}]*)\\}");
  for (const base::MapEntry& path : *at("paths")->map()) {
    std::vector<std::string> wanted;
    for (std::sregex_iterator it(path.key.begin(), path.key.end(), braces), end; it != end; ++it)
      wanted.push_back((*it)[1]);
    std::vector<std::string> named;
    if (const base::Document* parameters = path.value.find("parameters")) {
      for (const base::Document& parameter : *parameters->list()) {
        named.push_back(text(parameter.find("name")));
        EXPECT_EQ(text(parameter.find("in")), "path");
        EXPECT_EQ(text(parameter.find("required")), "true");
        EXPECT_NO_THROW(std::regex(text(parameter.find("schema")->find("pattern"))));
      }
    }
    EXPECT_EQ(named, wanted) << path.key;
  }
}

}  // namespace
}  // namespace smm::web
