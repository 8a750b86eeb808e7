mod pages;
mod tree;
