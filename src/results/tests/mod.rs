//! Results, from single answers to what pages, files and mails say of them.

mod aside;
mod closing;
mod counting;
mod pages;
mod scene;
mod several;
mod words;
