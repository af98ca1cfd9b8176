// SPDX-License-Identifier: Apache-2.0
#include "web/routes/signing_in.hpp"

#include "app/people/known_browser.hpp"
#include "web/session/admission.hpp"
#include "web/session/answering.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

constexpr std::chrono::minutes step_lasts{30};

}  // namespace

std::string cookie_of(const Call& call, const char* name) {
  return http::cookie(call.request.headers, name).value_or("");
}

http::Cookie short_cookie(const char* name, std::string value) {
  return {name, std::move(value), step_lasts};
}

app::Browser browser_of(const Call& call) {
  app::Browser browser{call.request.client, std::string(call.request.headers.value("User-Agent")),
                       cookie_of(call, known_browser_cookie), std::nullopt};
  if (call.actor) browser.session = call.actor->session.id;
  return browser;
}

std::string way_on(const http::Parameters& from) {
  const std::string_view to = from.value("to");
  return local_path(to.empty() ? from.value("return") : to);
}

Reply with_session(Reply reply, const app::StartedSession& session) {
  reply.cookies.push_back(session_cookie_of(session.token));
  return reply;
}

Reply page_with_session(const Call& call, Page page, const app::StartedSession& session) {
  Call renewed = call;
  renewed.session_token = session.token;
  return with_session(Raw{response_to(renewed, Reply(std::move(page)))}, session);
}

Reply reply_to(app::SignedIn signed_in) {
  Reply reply = with_session(Redirect{local_path(signed_in.target)}, signed_in.session);
  reply.cookies.push_back({known_browser_cookie, signed_in.known_browser,
                           std::chrono::seconds(app::browser_is_known_for / base::one_second)});
  reply.dropped = {code_step_cookie, provider_cookie};
  return reply;
}

Reply reply_to(app::CodeNeeded needed) {
  Reply reply = Redirect{"/sign-in/code"};
  reply.cookies.push_back(short_cookie(code_step_cookie, std::move(needed.ticket)));
  return reply;
}

Reply reply_to(app::Entered entered) {
  return std::visit([](auto&& end) { return reply_to(std::move(end)); }, std::move(entered));
}

std::string words_of(const Call& call, const app::Throttled& wait) {
  return call.texts().counted("page.sign_in.wait", static_cast<long>((wait.seconds + 59) / 60));
}

Reply wait_reply(const Call& call, Page page, const app::Throttled& wait) {
  page.status = 429;
  http::Response response = response_to(call, Reply(std::move(page)));
  response.headers.set("Retry-After", std::to_string(wait.seconds));
  return Raw{std::move(response)};
}

Reply reply_to(const Call& call, const app::Throttled& wait) {
  const std::string words = words_of(call, wait);
  return wait_reply(call, message_page(call, "page.sign_in.too_often.", {{"wait", words}}), wait);
}

}  // namespace smm::web
