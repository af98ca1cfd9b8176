// SPDX-License-Identifier: Apache-2.0
#include "web/http/event_loop.hpp"

#include <utility>  // before Boost.Asio 1.74, which forgets it

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace smm::web::http {
namespace asio = boost::asio;

struct EventLoop::Asio {
  asio::io_context context{1};  // one thread
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
  asio::steady_timer timer{context};
};

struct Socket::Asio {
  asio::posix::stream_descriptor stream;
};

namespace {

// A wait that was dropped, by close() or by the end of the loop, is not an event.
auto unless_dropped(EventLoop::Action action) {
  return [action = std::move(action)](const boost::system::error_code& error) {
    if (!error) action();
  };
}

}  // namespace

EventLoop::EventLoop() : asio_(std::make_unique<Asio>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run() {
  asio_->context.run();
}
void EventLoop::finish() {
  asio_->context.stop();
}
void EventLoop::post(Action action) {
  asio::post(asio_->context, std::move(action));
}

void EventLoop::after(std::chrono::milliseconds time, Action action) {
  asio_->timer.expires_after(time);
  asio_->timer.async_wait(unless_dropped(std::move(action)));
}

Socket::Socket(EventLoop& loop, int descriptor)
    : asio_(std::make_unique<Asio>(Asio{asio::posix::stream_descriptor(loop.asio_->context, descriptor)})) {}
Socket::~Socket() = default;

int Socket::descriptor() const {
  return asio_->stream.is_open() ? asio_->stream.native_handle() : -1;
}

void Socket::when_readable(EventLoop::Action action) {
  asio_->stream.async_wait(asio::posix::stream_descriptor::wait_read, unless_dropped(std::move(action)));
}

void Socket::when_writable(EventLoop::Action action) {
  asio_->stream.async_wait(asio::posix::stream_descriptor::wait_write, unless_dropped(std::move(action)));
}

void Socket::close() {
  boost::system::error_code ignored;
  asio_->stream.close(ignored);
}

}  // namespace smm::web::http
