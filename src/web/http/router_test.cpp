// SPDX-License-Identifier: Apache-2.0
#include "web/http/router.hpp"

#include <gtest/gtest.h>

#include <any>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace smm::web::http {
namespace {

Handler saying(const std::string& word) {
  return [word](const Request&) { return text_response(200, word); };
}

std::string answer_to(const Router& router, Method method, const std::string& path) {
  Request request;
  request.method = method;
  request.path = path;
  const Response response = router.answer(request);
  return response.status == 200 ? std::string(bytes_of(response.body)) : std::to_string(response.status);
}

TEST(Router, TheNarrowestPatternWinsWhateverTheOrderOfAdding) {
  const std::vector<std::string> patterns{"/a/{x:rest}", "/a/{x}",         "/a/{x:word}", "/a/{x:number}",
                                          "/a/new",      "/a/{x}/b",       "/",           "/a/",
                                          "/a",          "/r/{round:id}/x"};
  Router forwards;
  Router backwards;
  for (const auto& pattern : patterns) forwards.add(Method::get, pattern, saying(pattern));
  for (auto at = patterns.rbegin(); at != patterns.rend(); ++at) backwards.add(Method::get, *at, saying(*at));
  const std::vector<std::pair<std::string, std::string>> wanted{
      {"/", "/"},
      {"/a", "/a"},
      {"/a/", "/a/"},
      {"/a/new", "/a/new"},
      {"/a/12", "/a/{x:number}"},
      {"/a/n-12", "/a/{x:word}"},
      {"/a/Big", "/a/{x}"},
      {"/a/Big/b", "/a/{x}/b"},
      {"/a/Big/c", "/a/{x:rest}"},
      {"/a/b/", "/a/{x:rest}"},
      {"/r/abcdefghijklmnopqrstuvwx27/x", "/r/{round:id}/x"},
      {"/r/abcdefghijklmnopqrstuvwx27", "404"},
      {"/r/abcdefghijklmnopqrstuvwx21/x", "404"},
      {"/r/short/x", "404"},
      {"//", "404"},
      {"/b", "404"},
  };
  for (const auto& [path, pattern] : wanted) {
    EXPECT_EQ(answer_to(forwards, Method::get, path), pattern) << path;
    EXPECT_EQ(answer_to(backwards, Method::get, path), pattern) << path;
  }
}

TEST(Router, CapturesAreTextAndNumbers) {
  Router router;
  router.add(Method::get, "/schools/{school}/rounds/{year:number}/{file:rest}", [](const Request& request) {
    return text_response(200, request.captures.text("school") + "|" +
                                  std::to_string(request.captures.number("year") + 1) + "|" +
                                  request.captures.text("file"));
  });
  EXPECT_EQ(answer_to(router, Method::get, "/schools/a b/rounds/2025/x/y.pdf"), "a b|2026|x/y.pdf");
  EXPECT_EQ(answer_to(router, Method::get, "/schools//rounds/2025/x"), "404");
  EXPECT_EQ(answer_to(router, Method::get, "/schools/a/rounds/2025/"), "404");
  EXPECT_EQ(answer_to(router, Method::get, "/schools/a/rounds/1234567890123456789/x"), "404");
}

TEST(Router, MethodsAreAnsweredOrTold) {
  Router router;
  router.add(Method::get, "/a/{x}", saying("get"));
  router.add(Method::post, "/a/new", saying("post"));
  router.add(Method::del, "/a/{x}", saying("delete"));
  EXPECT_EQ(answer_to(router, Method::get, "/a/new"), "get");  // "/a/new" itself has no GET
  EXPECT_EQ(answer_to(router, Method::head, "/a/b"), "get");
  EXPECT_EQ(answer_to(router, Method::post, "/a/b"), "405");
  Request request;
  request.method = Method::options;
  request.path = "/a/new";
  const Response options = router.answer(request);
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.headers.value("Allow"), "GET, HEAD, POST, DELETE, OPTIONS");
  request.path = "/b";
  EXPECT_EQ(router.answer(request).status, 404);
}

Response answer_of(const Router& router, const std::string& path) {
  Request request;
  request.path = path;
  return router.answer(request);
}

// Answers from another thread, with the greeting that was left in the context.
void greet_later(const Request& request, const Respond& respond) {
  std::thread([&request, respond] {
    respond(text_response(200, std::any_cast<std::string>(request.context)));
  }).detach();
}

// Lets nobody into /secret, greets, and makes a page of what is thrown.
Router::Entered surround(Request& request) {
  if (request.path == "/secret") return text_response(403, "no");
  request.context = std::string("hello");
  return [](const Request& answered, const Make& made) {
    try {
      Response response = made();
      response.headers.set("X-Around", answered.path + " " + std::to_string(response.status));
      return response;
    } catch (const std::runtime_error& error) {
      return text_response(409, error.what());
    }
  };
}

TEST(Router, WhatSurroundsSeesEveryAnswer) {
  Router router;
  router.add(Method::get, "/a", saying("a"));
  router.add(Method::get, "/later", LaterHandler(greet_later));
  router.surround(surround);
  for (const auto& [path, status] : {std::pair{"/a", 200}, {"/later", 200}, {"/b", 404}}) {
    const Response response = answer_of(router, path);
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(response.headers.value("X-Around"), path + (" " + std::to_string(status)));
  }
  EXPECT_EQ(bytes_of(answer_of(router, "/later").body), "hello");
}

TEST(Router, WhatSurroundsMayKeepARequestFromItsHandler) {
  Router router;
  int handled = 0;
  router.add(Method::get, "/secret", [&](const Request&, const Respond&) { ++handled; });
  router.surround(surround);
  const Response response = answer_of(router, "/secret");
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.headers.count("X-Around"), 0U);
  EXPECT_EQ(handled, 0);
}

TEST(Router, WhatSurroundsSeesWhatIsThrown) {
  Router router;
  router.surround(surround);
  router.add(Method::get, "/a", [](const Request&) -> Response { throw std::runtime_error("taken"); });
  router.add(Method::get, "/b", [](const Request&, const Respond&) { throw std::runtime_error("taken"); });
  router.add(Method::get, "/c", [](const Request&, const Respond& respond) {
    respond.fail(std::make_exception_ptr(std::runtime_error("taken")));
  });
  router.add(Method::get, "/d", [](const Request&, const Respond&) {});
  for (const char* path : {"/a", "/b", "/c"}) {
    const Response response = answer_of(router, path);
    EXPECT_EQ(response.status, 409) << path;
    EXPECT_EQ(bytes_of(response.body), "taken") << path;
  }
  EXPECT_THROW(answer_of(router, "/d"), std::logic_error);  // dropped
}

TEST(Router, RoutesAreListedWithTheirOptions) {
  Router router;
  router.add(Method::post, "/b", saying("b"), {.name = "make_b", .body_limit = 7});
  router.add(Method::get, "/a", saying("a"));
  ASSERT_EQ(router.routes().size(), 2U);
  EXPECT_EQ(router.routes()[0].pattern.text(), "/a");
  EXPECT_EQ(router.routes()[1].options.name, "make_b");
  EXPECT_EQ(router.routes()[1].options.body_limit, 7U);
}

TEST(RouterDeathTest, MistakesOfOursAreFoundWhenTheyAreMade) {
  Router router;
  router.add(Method::get, "/a/{x}", saying("a"));
  EXPECT_DEATH(router.add(Method::get, "/a/{y}", saying("b")), "");
  EXPECT_DEATH(router.add(Method::get, "no-slash", saying("b")), "");
  EXPECT_DEATH(router.add(Method::get, "/{x:colour}", saying("b")), "");
  EXPECT_DEATH(router.add(Method::get, "/{x:rest}/more", saying("b")), "");
  EXPECT_DEATH(router.add(Method::head, "/h", saying("b")), "");
}

}  // namespace
}  // namespace smm::web::http
