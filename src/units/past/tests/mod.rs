mod opening;
mod pages;
mod tree;
