// SPDX-License-Identifier: Apache-2.0
// The resource library, for anybody: searched by area, profession, kind, domain and words.
#include <algorithm>
#include <memory>
#include <mutex>

#include "app/editions.hpp"
#include "app/resources.hpp"
#include "app/rounds/school_stories.hpp"
#include "catalog/every_word.hpp"
#include "catalog/find_resources.hpp"
#include "web/routes/area_label.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using catalog::Resource;
using instrument::Edition;
using render::View;

// Read when it is first asked for, and kept: what ships with the program does not change.
class ResourceShelf {
 public:
  explicit ResourceShelf(const app::Content& content) : content_(content) {}

  base::Result<const catalog::Catalog*> catalog(const Edition& edition) {
    const std::lock_guard lock(mutex_);
    if (!loaded_) loaded_ = app::open_resources(content_, edition);
    if (!*loaded_) return loaded_->problems();
    return &**loaded_;
  }

 private:
  const app::Content& content_;
  std::mutex mutex_;
  std::optional<base::Result<catalog::Catalog>> loaded_;
};

// A choice that is none of those offered is no choice: an old link still shows something.
template <class Things>
std::optional<std::size_t> chosen_at(const Call& call, const char* name, const Things& things) {
  const std::string wanted(call.request.query.value(name));
  for (std::size_t i = 0; i < things.size(); ++i)
    if (things[i].id == wanted) return i;
  return std::nullopt;
}

catalog::ResourceSearch search_of(const Call& call, const Edition& edition) {
  auto area = chosen_at(call, "area", edition.sections);
  if (area && edition.sections[*area].kind != instrument::SectionKind::area) area.reset();
  return {area, chosen_at(call, "profession", edition.professions),
          chosen_at(call, "domain", edition.domains), catalog::kind_of(call.request.query.value("kind")),
          std::string(call.request.query.value("words"))};
}

// ---- The form.

View choice_field(const Call& call, const std::string& name, const std::string& label,
                  std::vector<Box> boxes) {
  const std::string chosen(call.request.query.value(name));
  for (Box& box : boxes) box.chosen = box.value == chosen;
  boxes.insert(boxes.begin(), {"", call.texts()("resources.any")});
  return select_field({.name = name, .label = label, .optional = true}, boxes);
}

std::vector<Box> area_boxes(const Edition& edition) {
  std::vector<Box> boxes;
  for (const auto& section : edition.sections)
    if (section.kind == instrument::SectionKind::area) boxes.push_back({section.id, section.label});
  return boxes;
}

template <class Things>
std::vector<Box> label_boxes(const Things& things) {
  std::vector<Box> boxes;
  for (const auto& each : things) boxes.push_back({each.id, each.label});
  return boxes;
}

std::string kind_label(const Call& call, catalog::Kind kind) {
  return call.texts()("resources.kind_of." + std::string(to_string(kind)));
}

View::List search_fields(const Call& call, const Edition& edition) {
  std::vector<Box> kinds;
  for (const auto kind : catalog::kinds())
    kinds.push_back({std::string(to_string(kind)), kind_label(call, kind)});
  const auto& texts = call.texts();
  return {choice_field(call, "area", texts("resources.area"), area_boxes(edition)),
          choice_field(call, "profession", texts("resources.profession"), label_boxes(edition.professions)),
          choice_field(call, "domain", texts("resources.domain"), label_boxes(edition.domains)),
          choice_field(call, "kind", texts("resources.kind"), kinds),
          line_field({.name = "words",
                      .label = texts("resources.words"),
                      .value = std::string(call.request.query.value("words")),
                      .type = "search",
                      .optional = true})};
}

// ---- What was found.

std::string joined_labels(const std::vector<std::size_t>& places, const auto& things) {
  std::string text;
  for (const std::size_t place : places) text += (text.empty() ? "" : " · ") + things[place].label;
  return text;
}

std::string year_words(const Call& call, const catalog::Published& published) {
  if (published.year) return to_string(published);
  return call.texts()("resources.year." + to_string(published));
}

View resource_view(const Call& call, const Edition& edition, const Resource& resource) {
  const auto& texts = call.texts();
  View view;
  view.set("title", resource.title).set("href", resource.address).set("summary", resource.summary);
  view.set("facts", resource.publisher + " · " + year_words(call, resource.published) + " · " +
                        kind_label(call, resource.kind));
  view.set("areas", joined_labels(resource.areas, edition.sections));
  view.set("professions", resource.for_all ? texts("resources.for_all")
                                           : joined_labels(resource.professions, edition.professions));
  view.set("note", resource.note).set("recalled", resource.basis == catalog::Basis::recalled);
  return view;
}

// ---- Stories of schools.

bool is_asked_for(const app::ToldStory& told, const Edition& edition, const catalog::ResourceSearch& search) {
  const auto& area = told.story.words.area;
  if (search.kind) return false;
  if (search.area && edition.sections[*search.area].id != area) return false;
  if (search.profession && edition.professions[*search.profession].id != told.profession) return false;
  if (search.domain && !std::ranges::any_of(edition.domains[*search.domain].areas, [&](std::size_t each) {
        return edition.sections[each].id == area;
      }))
    return false;
  const auto& words = told.story.words;
  return catalog::has_every_word(words.title + "\n" + words.text + "\n" + told.school, search.words);
}

View::List story_views(const Call& call, const Edition& edition, const catalog::ResourceSearch& search) {
  View::List views;
  for (const auto& told : app::published_stories(call.installation())) {
    if (!is_asked_for(told, edition, search)) continue;
    views.push_back(View()
                        .set("title", told.story.words.title)
                        .set("href", "/stories/" + told.story.id.text())
                        .set("facts", told.school + " · " + told.round.title)
                        .set("areas", area_label(edition, told.story.words.area)));
  }
  return views;
}

std::string count_words(const Call& call, std::size_t count) {
  return count == 1 ? call.texts()("resources.found_one")
                    : call.texts()("resources.found", {{"count", std::to_string(count)}});
}

base::Result<Reply> show_resources(const Call& call, const std::string& edition_id, ResourceShelf& shelf) {
  const auto shelved = call.installation().editions.edition(edition_id);
  if (!shelved) return shelved.problems();
  const Edition& edition = (*shelved)->edition;
  const auto catalog = shelf.catalog(edition);
  if (!catalog) return catalog.problems();
  const auto search = search_of(call, edition);
  const auto found = catalog::find_resources(**catalog, edition, search);
  const auto& texts = call.texts();
  Page page{"page_resources", {}, texts("resources.title"), {}};
  set_head(page.view, {texts("resources.title"), texts("resources.lead")});
  set_fields(page.view, search_fields(call, edition));
  page.view.set("action", "/resources").set("found", count_words(call, found.size()));
  page.view.set("has_found", !found.empty());
  page.view.set("resources", render::views(found, [&](const Resource* each) {
                  return resource_view(call, edition, *each);
                }));
  View::List stories = story_views(call, edition, search);
  page.view.set("has_stories", !stories.empty()).set("stories", std::move(stories));
  page.view.set("nothing", empty_view(texts("resources.nothing.title"), texts("resources.nothing.text"),
                                      {texts("resources.nothing.all"), "/resources"}));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> resource_endpoints(const RouteParts& parts) {
  if (parts.content == nullptr) return {};
  const auto shelf = std::make_shared<ResourceShelf>(*parts.content);
  // The last is the newest: ids of editions end with their year.
  const std::string edition = app::edition_ids(*parts.content).back();
  return {get("/resources", "resources", for_anyone(),
              [shelf, edition](const Call& call) { return show_resources(call, edition, *shelf); })};
}

}  // namespace smm::web
