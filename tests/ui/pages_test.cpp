// SPDX-License-Identifier: Apache-2.0
// Every page template is rendered with a sample view (tests/ui/views/NAME.yaml below frame.yaml), so that a
// name that a view lacks fails here, and so that there are pages to look at: build/PRESET/ui-pages/NAME.html.
// What is checked of the pages needs no browser; tests/browser looks at them in one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "adapters/program_content.hpp"
#include "app/pages.hpp"
#include "exchange/yaml.hpp"
#include "render/document_view.hpp"

namespace smm::ui {
namespace {

namespace fs = std::filesystem;

const std::string views = "tests/ui/views/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> page_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(views)) {
    if (entry.path().stem() != "frame") names.push_back(entry.path().stem());
  }
  names.push_back("styleguide");
  std::ranges::sort(names);
  return names;
}

std::string view_file(const std::string& name) {
  return name == "styleguide" ? "content/styleguide.yaml" : views + name + ".yaml";
}

const app::Pages& pages() {
  static const app::Pages loaded = app::load_pages(adapters::FolderContent("content"));
  return loaded;
}

std::string rendered(const std::string& name) {
  const auto view =
      exchange::parse_yaml(bytes_of(views + "frame.yaml") + bytes_of(view_file(name)), view_file(name));
  EXPECT_TRUE(view) << to_string(view.problems().front());
  return pages().templates.render(name, render::view_of(*view));
}

class Page : public testing::TestWithParam<std::string> {
 protected:
  Page() : text_(rendered(GetParam())) {
    const auto read = document_.load_string(text_.c_str(), pugi::parse_default | pugi::parse_doctype);
    EXPECT_TRUE(read) << read.description() << " at "
                      << text_.substr(
                             static_cast<std::size_t>(std::max<std::ptrdiff_t>(read.offset - 200, 0)), 300);
  }

  std::vector<std::string> attributes(const char* query) const {
    std::vector<std::string> all;
    for (const auto& found : document_.select_nodes(query)) all.emplace_back(found.attribute().value());
    return all;
  }

  std::string text_;
  pugi::xml_document document_;
};

TEST_P(Page, IsWrittenToBeLookedAt) {
  const fs::path folder(SMM_UI_PAGES);
  fs::create_directories(folder);
  std::ofstream(folder / (GetParam() + ".html"), std::ios::binary) << text_;
  EXPECT_TRUE(fs::exists(folder / (GetParam() + ".html")));
}

TEST_P(Page, HoldsNoInlineScriptOrStyle) {
  EXPECT_TRUE(attributes("//@style").empty());
  EXPECT_TRUE(document_.select_nodes("//style").empty());
  EXPECT_TRUE(document_.select_nodes("//script[not(@src)]").empty());
  EXPECT_TRUE(
      document_.select_nodes("//@*[starts-with(name(), 'on') or starts-with(name(), 'hx-on')]").empty());
}

TEST_P(Page, NamesNoOtherHost) {
  for (const std::string& address :
       attributes("//@src | //link/@href | //form/@action | //@hx-post | //@hx-get"))
    EXPECT_FALSE(address.find("//") != std::string::npos) << address;
}

TEST_P(Page, GivesAnIdOnce) {
  std::set<std::string> seen;
  for (const std::string& id : attributes("//@id")) EXPECT_TRUE(seen.insert(id).second) << id;
}

TEST_P(Page, LabelsAndDescriptionsPointToSomething) {
  const std::vector<std::string> all = attributes("//@id");
  const std::set<std::string> ids(all.begin(), all.end());
  for (const std::string& targets :
       attributes("//@for | //@aria-labelledby | //@aria-describedby | //@aria-controls | //@form")) {
    std::istringstream words(targets);
    for (std::string id; words >> id;) EXPECT_TRUE(ids.contains(id)) << id;
  }
}

TEST_P(Page, EachPostCarriesTheToken) {
  for (const auto& form : document_.select_nodes("//form[@method='post']"))
    EXPECT_TRUE(form.node().select_node(".//input[@name='csrf']")) << form.node().attribute("action").value();
}

TEST_P(Page, HasOneMainHeading) {
  EXPECT_EQ(document_.select_nodes("//h1").size(), 1U);
  EXPECT_EQ(document_.select_nodes("//main[@id='main']").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Ui, Page, testing::ValuesIn(page_names()),
                         [](const auto& sample) { return sample.param; });

// Whatever opens a page is a page, and has a sample.
TEST(Pages, EachHasASample) {
  const std::vector<std::string> names = page_names();
  for (const auto& entry : fs::directory_iterator("content/templates")) {
    const std::string text = bytes_of(entry.path());
    if (text.find("{{> ui_page_open}}") == std::string::npos) continue;
    EXPECT_TRUE(std::ranges::count(names, entry.path().stem().string()) == 1) << entry.path();
  }
}

}  // namespace
}  // namespace smm::ui
