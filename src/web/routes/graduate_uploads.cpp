// SPDX-License-Identifier: Apache-2.0
// Uploading a roster or a cohort: checked first, kept whole or not at all, and what is wrong told row by row.
#include <algorithm>

#include "app/graduates/following.hpp"
#include "app/graduates/uploads.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using app::CheckedUpload;
using assessment::Right;
using render::View;

constexpr std::size_t most_told = 200;
constexpr std::uint64_t form_around_a_file = std::uint64_t{64} * 1024;

// What is uploaded: "roster" or "cohort".
std::string kind_of(const Call& call) {
  return call.request.path.find("/graduates/roster") != std::string::npos ? "roster" : "cohort";
}

View problem_row(const base::Problem& problem) {
  View view;
  view.set("line", problem.place.line > 0 ? std::to_string(problem.place.line) : "");
  view.set("text", problem.sentence);
  return view;
}

View found_view(const Call& call, const base::Problems& problems) {
  if (problems.empty()) return false;
  const std::size_t told = std::min(problems.size(), most_told);
  View::List rows;
  for (std::size_t i = 0; i < told; ++i) rows.push_back(problem_row(problems[i]));
  View view;
  view.set("caption", call.texts()("graduates.upload.found",
                                   {{"n", std::to_string(problems.size())}, {"told", std::to_string(told)}}));
  view.set("problems", std::move(rows));
  return view;
}

base::Problems all_of(const CheckedUpload& checked) {
  base::Problems all = checked.refused;
  all.insert(all.end(), checked.doubtful.begin(), checked.doubtful.end());
  return all;
}

// What came of a check, in one sentence.
std::string verdict(const Call& call, const CheckedUpload& checked) {
  const std::string rows = std::to_string(checked.rows);
  if (!checked.refused.empty()) return call.texts()("graduates.upload.refused", {{"rows", rows}});
  if (!checked.doubtful.empty()) return call.texts()("graduates.upload.doubtful", {{"rows", rows}});
  return call.texts()("graduates.upload.good", {{"rows", rows}});
}

base::Result<Reply> upload_page(const Call& call, const std::optional<CheckedUpload>& checked) {
  const auto& texts = call.texts();
  const std::string kind = kind_of(call), key = "graduates." + kind;
  const auto all = app::graduates_overview(call.installation(), outcome_sources(call), hand_of(call));
  if (!all) return all.problems();
  Page page = graduates_page(call, "page_upload",
                             {texts(key + ".title"), texts(key + ".lead"), call.where->school.name});
  const bool bad = checked && (!checked->refused.empty() || !checked->doubtful.empty());
  set_errors(page.view,
             bad ? std::vector<FormError>{{verdict(call, *checked), "file"}} : std::vector<FormError>{});
  page.status = bad ? 422 : 200;
  page.view.set("action", graduates_path(call, "/" + kind));
  page.view.set("file_label", texts(key + ".file")).set("columns", texts(key + ".columns"));
  page.view.set("file_hint", checked && !bad ? verdict(call, *checked) : texts("graduates.upload.hint"));
  page.view.set("found", checked ? found_view(call, all_of(*checked)) : View(false));
  page.view.set("doubtful", checked && checked->refused.empty() && !checked->doubtful.empty());
  const auto& kept = kind == "roster" ? all->roster : all->cohort;
  page.view.set("kept_before",
                kept ? texts(key + ".kept_text", {{"rows", std::to_string(kept->rows)}}) : std::string());
  page.view.set("remove_action", graduates_path(call, "/" + kind + "/remove"));
  return Reply(std::move(page));
}

base::Result<Reply> show_upload(const Call& call) {
  return upload_page(call, std::nullopt);
}

std::string uploaded_bytes(const Call& call) {
  const auto file = std::ranges::find(call.form.files, "file", &Upload::field);
  return file == call.form.files.end() ? std::string() : file->bytes;
}

base::Result<CheckedUpload> checked_upload(const Call& call) {
  const std::string bytes = uploaded_bytes(call);
  const bool roster = kind_of(call) == "roster", although = call.form.fields.value("although") == "yes";
  const auto& sources = outcome_sources(call);
  if (call.form.fields.value("act") != "keep")
    return roster ? app::check_roster(bytes)
                  : app::check_cohort(call.installation(), sources, *call.where, bytes);
  return roster ? app::keep_roster(call.installation(), hand_of(call), bytes, although)
                : app::keep_cohort(call.installation(), sources, hand_of(call), bytes, although);
}

base::Result<Reply> take_upload(const Call& call) {
  const auto checked = checked_upload(call);
  if (!checked) return checked.problems();
  if (checked->kept) return Reply(Redirect{graduates_path(call), "graduates_kept"});
  return upload_page(call, *checked);
}

base::Result<Reply> take_remove(const Call& call) {
  const auto removed = kind_of(call) == "roster" ? app::remove_roster(call.installation(), hand_of(call))
                                                 : app::remove_cohort(call.installation(), hand_of(call));
  if (!removed) return removed.problems();
  return Reply(Redirect{graduates_path(call), "graduates_removed"});
}

Endpoint upload_of(const std::string& pattern, const std::string& name) {
  Endpoint endpoint = post(pattern, name, for_school(Right::tend_graduates), take_upload);
  endpoint.body_limit = app::most_upload_bytes + form_around_a_file;
  return endpoint;
}

}  // namespace

std::vector<Endpoint> graduate_upload_endpoints() {
  const std::string path = graduates_pattern;
  const Access tend = for_school(Right::tend_graduates);
  return {get(path + "/roster", "graduate_roster_form", tend, show_upload),
          upload_of(path + "/roster", "graduate_roster"),
          post(path + "/roster/remove", "remove_graduate_roster", tend, take_remove),
          get(path + "/cohort", "graduate_cohort_form", tend, show_upload),
          upload_of(path + "/cohort", "graduate_cohort"),
          post(path + "/cohort/remove", "remove_graduate_cohort", tend, take_remove)};
}

}  // namespace smm::web
