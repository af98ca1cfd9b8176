// SPDX-License-Identifier: Apache-2.0
#include "adapters/chromium_printer.hpp"

#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "app/problems.hpp"
#include "base/environment_error.hpp"
#include "crypto/base64.hpp"
#include "exchange/json.hpp"

namespace smm::adapters {
namespace {

using namespace std::chrono_literals;

constexpr auto start_time = 30s;
constexpr auto print_time = 60s;

// A page keeps what it held before; a fresh one now and then keeps memory where it was.
constexpr int prints_of_a_page = 50;

constexpr const char* how_to_print =
    R"({"printBackground":true,"preferCSSPageSize":true,"generateTaggedPDF":true,)"
    R"("generateDocumentOutline":true})";

// A text at the end of a path of keys; empty when there is none.
std::string text_at(const std::optional<base::Document>& result, std::initializer_list<const char*> keys) {
  const base::Document* at = result ? &*result : nullptr;
  for (const char* key : keys) at = at != nullptr ? at->find(key) : nullptr;
  return at != nullptr && at->scalar() != nullptr ? at->scalar()->text : "";
}

// Chromium writes the usual alphabet with padding.
std::optional<std::string> decoded(std::string base64) {
  std::ranges::replace(base64, '+', '-');
  std::ranges::replace(base64, '/', '_');
  while (base64.ends_with('=')) base64.pop_back();
  return crypto::from_base64url(base64);
}

}  // namespace

std::optional<std::string> find_chromium(
    const std::function<std::optional<std::string>(const std::string& name)>& environment) {
  if (auto named = environment("SMM_CHROMIUM"); named && !named->empty()) return named;
  std::istringstream folders(environment("PATH").value_or(""));
  for (std::string folder; std::getline(folders, folder, ':');) {
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
      std::string path = folder + "/" + name;
      if (access(path.c_str(), X_OK) == 0) return path;
    }
  }
  return std::nullopt;
}

ChromiumPrinter::Desk ChromiumPrinter::take_desk() {
  std::unique_lock lock(mutex_);
  given_back_.wait(lock, [&] { return taken_ < at_once(); });
  ++taken_;
  if (idle_.empty()) return {};
  Desk desk = std::move(idle_.back());
  idle_.pop_back();
  return desk;
}

void ChromiumPrinter::give_back(Desk desk) {
  const std::lock_guard lock(mutex_);
  --taken_;
  if (desk.child && desk.child == child_) idle_.push_back(std::move(desk));
  given_back_.notify_one();
}

std::shared_ptr<ChromiumChild> ChromiumPrinter::child_at_hand() {
  const std::lock_guard lock(mutex_);
  if (!child_) child_ = std::make_shared<ChromiumChild>(*program_);
  return child_;
}

// It ends when the last that prints on it lets go.
void ChromiumPrinter::forget(const std::shared_ptr<ChromiumChild>& child) {
  const std::lock_guard lock(mutex_);
  if (child_ == child) child_.reset();
  std::erase_if(idle_, [&](const Desk& desk) { return desk.child == child; });
}

bool ChromiumPrinter::open_page(Desk& desk) {
  if (!desk.child) desk.child = child_at_hand();
  ChromiumChild& child = *desk.child;
  if (!desk.target.empty())
    child.ask("Target.closeTarget", "{\"targetId\":" + exchange::json_text(desk.target) + "}", "",
              start_time);
  desk.printed = 0;
  desk.target =
      text_at(child.ask("Target.createTarget", R"({"url":"about:blank"})", "", start_time), {"targetId"});
  desk.session = text_at(
      child.ask("Target.attachToTarget",
                "{\"flatten\":true,\"targetId\":" + exchange::json_text(desk.target) + "}", "", start_time),
      {"sessionId"});
  if (desk.session.empty()) return false;
  child.ask("Emulation.setScriptExecutionDisabled", R"({"value":true})", desk.session, start_time);
  desk.frame =
      text_at(child.ask("Page.getFrameTree", "{}", desk.session, start_time), {"frameTree", "frame", "id"});
  return !desk.frame.empty();
}

std::optional<std::string> ChromiumPrinter::print_once(Desk& desk, const std::string& html) {
  if ((!desk.child || desk.printed == prints_of_a_page) && !open_page(desk)) return std::nullopt;
  ++desk.printed;
  const std::string page =
      "{\"frameId\":" + exchange::json_text(desk.frame) + ",\"html\":" + exchange::json_text(html) + "}";
  if (!desk.child->ask("Page.setDocumentContent", page, desk.session, print_time)) return std::nullopt;
  const std::string pdf =
      text_at(desk.child->ask("Page.printToPDF", how_to_print, desk.session, print_time), {"data"});
  return pdf.empty() ? std::nullopt : decoded(pdf);
}

base::Result<std::string> ChromiumPrinter::print_at(Desk& desk, const std::string& html) {
  try {
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (auto pdf = print_once(desk, html)) return std::move(*pdf);
      forget(desk.child);
      desk = {};
    }
  } catch (const base::EnvironmentError& error) {
    forget(desk.child);
    desk = {};
    return base::Problem(app::problem::printing_failed, error.what());
  }
  return base::Problem(app::problem::printing_failed, *program_ + " did not print the page, twice");
}

base::Result<std::string> ChromiumPrinter::print(const std::string& html) {
  if (!program_)
    return base::Problem(app::problem::no_printer,
                         "No Chromium was found on this machine; set SMM_CHROMIUM to where it is");
  Desk desk = take_desk();
  auto pdf = print_at(desk, html);
  give_back(std::move(desk));
  return pdf;
}

}  // namespace smm::adapters
