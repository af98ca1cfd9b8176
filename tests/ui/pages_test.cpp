// SPDX-License-Identifier: Apache-2.0
// Every page template is rendered with a sample view (tests/ui/views/NAME.yaml over frame.yaml and
// defaults.yaml), so that a name that a view lacks fails here, and so that there are pages to look at:
// build/PRESET/ui-pages/NAME.html. What is checked of the pages needs no browser; tests/browser looks at them
// in one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "exchange/yaml.hpp"
#include "render/document_view.hpp"
#include "render/html.hpp"

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
    const std::string name = entry.path().stem();
    if (name != "frame" && name != "defaults") names.push_back(name);
  }
  names.push_back("styleguide");
  std::ranges::sort(names);
  return names;
}

std::string view_file(const std::string& name) {
  return name == "styleguide" ? "content/styleguide.yaml" : views + name + ".yaml";
}

base::Document view_in(const std::string& path) {
  auto read = exchange::parse_yaml(bytes_of(path), path);
  EXPECT_TRUE(read) << to_string(read.problems().front());
  return *read;
}

const render::Templates& templates() {
  static const render::Templates loaded = [] {
    std::vector<render::TemplateText> sources;
    for (const char* folder : {"content/templates", "content/style"}) {
      for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path name =
            entry.path().extension() == ".mustache" ? entry.path().stem() : entry.path().filename();
        sources.push_back({name, bytes_of(entry.path())});
      }
    }
    return render::Templates(sources, *render::Texts::from(view_in("content/i18n/en.yaml")));
  }();
  return loaded;
}

// The view of a page: its own file, and what that leaves unsaid from the frame and the defaults.
render::View view_for(const std::string& name) {
  base::Document view = view_in(view_file(name));
  auto& names = std::get<base::Map>(view.content);
  for (const char* file : {"frame", "defaults"}) {
    const base::Document beneath = view_in(views + file + ".yaml");
    for (const base::MapEntry& entry : *beneath.map()) {
      if (view.find(entry.key) == nullptr) names.push_back(entry);
    }
  }
  return render::view_of(view);
}

std::string rendered(const std::string& name) {
  return templates().render(name, view_for(name));
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

  void is_written_to_be_looked_at() const;
  void holds_no_inline_script_or_style() const;
  void names_no_other_host() const;
  void gives_an_id_once() const;
  void labels_and_descriptions_point_to_something() const;
  void each_post_carries_the_token() const;
  void has_one_main_heading() const;

 private:
  std::string text_;
  pugi::xml_document document_;
};

void Page::is_written_to_be_looked_at() const {
  const fs::path folder(SMM_UI_PAGES);
  fs::create_directories(folder);
  std::ofstream(folder / (GetParam() + ".html"), std::ios::binary) << text_;
  EXPECT_TRUE(fs::exists(folder / (GetParam() + ".html")));
}

void Page::holds_no_inline_script_or_style() const {
  EXPECT_TRUE(attributes("//@style").empty());
  EXPECT_TRUE(document_.select_nodes("//style").empty());
  EXPECT_TRUE(document_.select_nodes("//script[not(@src)]").empty());
  EXPECT_TRUE(
      document_.select_nodes("//@*[starts-with(name(), 'on') or starts-with(name(), 'hx-on')]").empty());
}

void Page::names_no_other_host() const {
  for (const std::string& address :
       attributes("//@src | //link/@href | //form/@action | //@hx-post | //@hx-get"))
    EXPECT_FALSE(address.find("//") != std::string::npos) << address;
}

void Page::gives_an_id_once() const {
  std::set<std::string> seen;
  for (const std::string& id : attributes("//@id")) EXPECT_TRUE(seen.insert(id).second) << id;
}

void Page::labels_and_descriptions_point_to_something() const {
  const std::vector<std::string> all = attributes("//@id");
  const std::set<std::string> ids(all.begin(), all.end());
  for (const std::string& targets :
       attributes("//@for | //@aria-labelledby | //@aria-describedby | //@aria-controls | //@form")) {
    std::istringstream words(targets);
    for (std::string id; words >> id;) EXPECT_TRUE(ids.contains(id)) << id;
  }
}

void Page::each_post_carries_the_token() const {
  for (const auto& form : document_.select_nodes("//form[@method='post']"))
    EXPECT_TRUE(form.node().select_node(".//input[@name='csrf']")) << form.node().attribute("action").value();
}

void Page::has_one_main_heading() const {
  EXPECT_EQ(document_.select_nodes("//h1").size(), 1U);
  EXPECT_EQ(document_.select_nodes("//main[@id='main']").size(), 1U);
}

// One test a page, because reading all of content/ costs more than looking at one page.
TEST_P(Page, IsSound) {
  is_written_to_be_looked_at();
  holds_no_inline_script_or_style();
  names_no_other_host();
  gives_an_id_once();
  labels_and_descriptions_point_to_something();
  each_post_carries_the_token();
  has_one_main_heading();
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
