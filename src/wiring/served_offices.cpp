// SPDX-License-Identifier: Apache-2.0
#include "wiring/served_offices.hpp"

#include <algorithm>
#include <exception>
#include <ostream>

#include "web/http/asked_from_here.hpp"
#include "web/http/security_headers.hpp"

namespace smm::wiring {
namespace {

namespace http = web::http;

constexpr std::chrono::seconds pause_between_tries{5};

// Around all answers of a router of ours, also its 404.
http::Router::Around answered_by(std::function<http::Response(const http::Make& made)> answer) {
  return [answer = std::move(answer)](http::Request&) -> http::Router::Entered {
    return [answer](const http::Request& request, const http::Make& made) {
      http::Response response = answer(made);
      response.headers.set("Cache-Control", "no-store");
      http::add_security_headers({}, request, false, response);
      return response;
    };
  };
}

http::Response misdirected_unless_found(const http::Make& made) {
  http::Response response = made();
  if (response.status == 200 || response.status == 503) return response;
  return http::text_response(421, "This server has nothing under that name.\n");
}

http::Response closed_for_now(const http::Make&) {
  http::Response response =
      http::text_response(503, "This cannot be reached just now. Please try again in a minute.\n");
  response.headers.set("Retry-After", "60");
  return response;
}

std::string host_of(const std::string& public_url) {
  const std::size_t begin = public_url.find("://") + 3;
  return http::host_name(public_url.substr(begin, public_url.find('/', begin) - begin));
}

std::string sentences_of(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems) text += (text.empty() ? "" : "; ") + problem.sentence;
  return text;
}

}  // namespace

ServedOffices::ServedOffices(const ServingParts& parts, const app::OfficesSettings& offices, Open open)
    : parts_(parts), open_(std::move(open)), own_host_{own_}, closed_host_{closed_}, hosts_(own_host_) {
  add_own_routes();
  closed_.surround(answered_by(closed_for_now));
  for (const app::OfficeSettings& office : offices.offices) {
    offices_.push_back({office.name, host_of(office.settings.public_url), office.settings,
                        parts.log.of_office(office.name)});
    hosts_.add(offices_.back().host, closed_host_);
    this->open(offices_.back());
  }
  own_host_.events.answered = [this](const http::Answered& answered) { parts_.log.answered(answered); };
  closed_host_.events = own_host_.events;
}

ServedOffices::~ServedOffices() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  if (thread_.joinable()) thread_.join();
}

// A balancer that asks by address is told whether there is anything behind it; one office whose database is
// away must not take the others out of its rotation.
void ServedOffices::add_own_routes() {
  own_.add(http::Method::get, "/healthz",
           [this](const http::Request&) {
             return any_open() ? http::text_response(200, "ok\n") : http::text_response(503, "not ready\n");
           },
           {"healthz"});
  own_.add(http::Method::get, "/offices/{office:word}/metrics",
           [this](const http::Request& request) { return metrics_of(request); }, {"office_metrics"});
  own_.surround(answered_by(misdirected_unless_found));
}

bool ServedOffices::any_open() const {
  const std::lock_guard lock(mutex_);
  return ready_ &&
         std::ranges::any_of(offices_, [](const Office& office) { return office.served != nullptr; });
}

void ServedOffices::say_not_ready() {
  const std::lock_guard lock(mutex_);
  ready_ = false;
  for (const Office& office : offices_)
    if (office.served) office.served->say_not_ready();
}

http::Response ServedOffices::metrics_of(const http::Request& request) const {
  const http::Response none = http::text_response(404, "");
  if (!http::asked_from_here(request)) return none;
  ServedInstallation* served = nullptr;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(offices_, request.captures.text("office"), &Office::name);
    if (found != offices_.end()) served = found->served.get();
  }
  if (served == nullptr) return none;
  http::Response response = http::text_response(200, served->metrics_text());
  response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  return response;
}

void ServedOffices::open(Office& office) {
  std::unique_ptr<ServedInstallation> served;
  try {
    auto mailer = mailer_of(office.settings.mail);
    if (!mailer) return void(office.closed_for = sentences_of(mailer.problems()));
    auto held = open_(office.settings);
    if (!held) return void(office.closed_for = sentences_of(held.problems()));
    ServingParts parts{
        parts_.content, parts_.files, parts_.registry_files, parts_.pages,         parts_.shelf,
        parts_.printer, office.log,   parts_.version,        parts_.server_counts, parts_.more_counts};
    served =
        std::make_unique<ServedInstallation>(parts, office.settings, std::move(*held), std::move(*mailer));
  } catch (const std::exception& error) {
    return void(office.closed_for = error.what());
  }
  office.closed_for.clear();
  office.answering.emplace(http::AnsweringHost{served->router(), served->events()});
  {
    const std::lock_guard lock(mutex_);
    office.served = std::move(served);
  }
  hosts_.change(office.host, *office.answering);
}

void ServedOffices::begin_work(std::ostream& out) {
  for (Office& office : offices_) {
    out << "Office " << office.name << ":\n";
    if (office.served) {
      office.served->begin_work();
      office.served->tell_start(out, office.settings.public_url);
    } else {
      out << "Not served, and tried again every few seconds: " << office.closed_for << '\n' << std::flush;
      office.log.trouble("open", office.closed_for);
    }
  }
  thread_ = std::thread([this] { run(); });
}

void ServedOffices::try_again() {
  for (Office& office : offices_) {
    if (office.served) continue;
    const std::string before = office.closed_for;
    open(office);
    if (office.served) {
      office.log.started(parts_.version, office.settings.public_url);
      office.served->begin_work();
    } else if (office.closed_for != before) {
      office.log.trouble("open", office.closed_for);
    }
  }
}

void ServedOffices::run() {
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, pause_between_tries, [this] { return ended_; })) {
    lock.unlock();
    try_again();
    lock.lock();
  }
}

}  // namespace smm::wiring
