//! A router that knows its own addresses, so that a test can ask each of them as everybody.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

use crate::app::App;

/// A method and the pattern of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub method: &'static str,
    pub path: &'static str,
}

#[derive(Default)]
pub struct Routes {
    pub(super) router: Router<App>,
    list: Vec<Address>,
}

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    fn on<H, T>(mut self, method: &Method, filter: MethodFilter, path: &'static str, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.router = self.router.route(path, on(filter, handler));
        self.list.push(Address { method: if *method == Method::GET { "GET" } else { "POST" }, path });
        self
    }

    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Routes {
        self.on(&Method::GET, MethodFilter::GET, path, handler)
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Routes {
        self.on(&Method::POST, MethodFilter::POST, path, handler)
    }

    /// These and those.
    pub fn with(mut self, other: Routes) -> Routes {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    pub fn addresses(&self) -> &[Address] {
        &self.list
    }
}
